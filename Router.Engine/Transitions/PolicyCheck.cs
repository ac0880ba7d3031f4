using Router.Engine.Matching;
using Router.Engine.Policies;
using Router.Engine.State;

namespace Router.Engine.Transitions;

/// <summary>Whether a policy hangs together and leaves nothing that is in use without its rules. Ranges of numbers are the edge's matter.</summary>
internal static class PolicyCheck
{
    /// <summary>The first mistake as a refusal, or null.</summary>
    public static Outcome? Refuse(WorkspaceState state, WorkspacePolicy next) => Mistakes(state, next).FirstOrDefault() is { } mistake
        ? Outcome.Refused(mistake.Reason, mistake.Message, ("field", mistake.Field))
        : null;

    /// <summary>All mistakes, found one after the other.</summary>
    public static IEnumerable<PolicyMistake> Mistakes(WorkspaceState state, WorkspacePolicy next) =>
        Channels(state, next)
            .Concat(next.Queues.SelectMany((queue, i) => QueueMistakes(next, queue, $"queues[{i}]")))
            .Concat(OverflowCheck.Mistakes(next))
            .Concat(Unroutable(next))
            .Concat(RuleCheck.Mistakes(next))
            .Concat(PolicyInUse.Mistakes(state, next));

    private static IEnumerable<PolicyMistake> Channels(WorkspaceState state, WorkspacePolicy next)
    {
        var known = state.WaitClassList.Select(c => c.Channel.Name).Union(next.Channels.Select(c => c.Name)).Count();
        if (known > WorkspacePolicy.MostChannels)
        {
            yield return new(
                Reason.TooLarge,
                "workspace.channels",
                $"A workspace may have {WorkspacePolicy.MostChannels} channels, those that once had tickets included; these would be {known}.",
                "channels");
        }

        foreach (var (i, both) in next.Channels.Index().Where(c => c.Item is { Exclusive: true, Interruptible: true }))
        {
            yield return new(
                Reason.InvalidRequest, $"workspace.channels[{i}].exclusive", $"Channel '{both.Name}' cannot be exclusive and interruptible.", "channels");
        }
    }

    private static IEnumerable<PolicyMistake> Unroutable(WorkspacePolicy next)
    {
        if (next.UnroutableQueue.Length > 0 && next.Queues.All(q => q.Name != next.UnroutableQueue))
        {
            yield return new(
                Reason.UnknownQueue,
                "workspace.unroutable_queue",
                $"What nobody could serve goes to queue '{next.UnroutableQueue}': take a queue of the policy.",
                "unroutable_queue");
        }
    }

    private static IEnumerable<PolicyMistake> QueueMistakes(WorkspacePolicy next, QueuePolicy queue, string path)
    {
        foreach (var (i, channel) in queue.Channels.Index().Where(c => next.Channels.All(n => n.Name != c.Item.Channel)))
        {
            yield return new(
                Reason.UnknownChannel,
                $"{path}.channels[{i}].channel",
                $"Queue '{queue.Name}' takes channel '{channel.Channel}': take channels of the workspace.",
                "channels");
        }

        if (Selections.Named(queue.Selection) is null)
        {
            yield return new(
                Reason.UnknownSelection,
                $"{path}.selection",
                $"Queue '{queue.Name}': there is no selection '{queue.Selection}'; take one of {Selections.Names}.",
                "selection");
        }

        foreach (var (i, skill) in queue.Skills.Index().Where(s => IsUnknown(next, s.Item.Name)))
        {
            yield return UnknownSkill(queue, skill.Name, $"{path}.skills[{i}].skill", "skills");
        }

        foreach (var segment in queue.SegmentHeadStart.Keys.Where(s => s != WorkspacePolicy.Dissatisfied && !next.Segments.Contains(s)))
        {
            yield return new(
                Reason.UnknownSegment,
                $"{path}.head_start_by_segment[{segment}]",
                $"Queue '{queue.Name}' names segment '{segment}': take segments of the workspace's list.",
                "head_start_by_segment");
        }

        foreach (var mistake in queue.Steps.Index().SelectMany(s => StepMistakes(next, queue, s.Item, $"{path}.steps[{s.Index}]", "steps")))
        {
            yield return mistake;
        }

        foreach (var mistake in StepOrder.Mistakes(queue.Steps, $"{path}.steps", "steps").Concat(FollowUpCheck.Mistakes(next, queue, path)))
        {
            yield return mistake;
        }

        if (queue.Escalation is { } escalation)
        {
            foreach (var mistake in StepMistakes(next, queue, escalation, $"{path}.escalation", "escalation"))
            {
                yield return mistake;
            }
        }
    }

    private static IEnumerable<PolicyMistake> StepMistakes(WorkspacePolicy next, QueuePolicy queue, QueueStep step, string path, string field)
    {
        foreach (var (i, dropped) in step.DropSkills.Index().Where(s => IsUnknown(next, s.Item)))
        {
            yield return UnknownSkill(queue, dropped, $"{path}.drop_skills[{i}]", field);
        }

        if (step.Queue.Length > 0 && next.Queues.All(q => q.Name != step.Queue))
        {
            yield return new(
                Reason.UnknownQueue,
                $"{path}.queue",
                $"A step of queue '{queue.Name}' names queue '{step.Queue}': take a queue of the policy.",
                field);
        }
    }

    private static bool IsUnknown(WorkspacePolicy next, string skill) => next.Skills.All(s => s.Code != skill);

    private static PolicyMistake UnknownSkill(QueuePolicy queue, string skill, string path, string field) =>
        new(Reason.UnknownSkill, path, $"Queue '{queue.Name}' names skill '{skill}': take skills of the workspace's list.", field);
}
