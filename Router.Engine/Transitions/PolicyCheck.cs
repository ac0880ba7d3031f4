using Router.Engine.Matching;
using Router.Engine.Policies;
using Router.Engine.State;

namespace Router.Engine.Transitions;

/// <summary>Whether a policy hangs together and leaves nothing that is in use without its rules. Ranges of numbers are the edge's matter.</summary>
internal static class PolicyCheck
{
    public static Outcome? Refuse(WorkspaceState state, WorkspacePolicy next) =>
        Channels(state, next) ?? Queues(next) ?? InUse(state, next);

    private static Outcome? Channels(WorkspaceState state, WorkspacePolicy next)
    {
        var known = state.WaitClassList.Select(c => c.Channel.Name).Union(next.Channels.Select(c => c.Name)).Count();
        if (known > WorkspacePolicy.MostChannels)
        {
            return Outcome.Refused(
                Reason.TooLarge,
                $"A workspace may have {WorkspacePolicy.MostChannels} channels, those that once had tickets included; these would be {known}.",
                ("field", "channels"));
        }

        var both = next.Channels.FirstOrDefault(c => c is { Exclusive: true, Interruptible: true });
        return both is null
            ? null
            : Outcome.Refused(Reason.InvalidRequest, $"Channel '{both.Name}' cannot be exclusive and interruptible.", ("field", "channels"));
    }

    private static Outcome? Queues(WorkspacePolicy next)
    {
        var skills = next.Skills.Select(s => s.Code).ToHashSet();
        var queues = next.Queues.Select(q => q.Name).ToHashSet();
        foreach (var queue in next.Queues)
        {
            if (queue.Channels.FirstOrDefault(c => next.Channels.All(n => n.Name != c.Channel)) is { } channel)
            {
                return Outcome.Refused(
                    Reason.UnknownChannel, $"Queue '{queue.Name}' takes channel '{channel.Channel}': take channels of the workspace.", ("field", "channels"));
            }

            if (Selections.Named(queue.Selection) is null)
            {
                return Outcome.Refused(
                    Reason.UnknownSelection, $"Queue '{queue.Name}': there is no selection '{queue.Selection}'; take one of {Selections.Names}.", ("field", "selection"));
            }

            if (queue.Skills.Select(s => s.Name).FirstOrDefault(s => !skills.Contains(s)) is { } skill)
            {
                return UnknownSkill(queue, skill, "skills");
            }

            if (queue.Steps.SelectMany(s => s.DropSkills).FirstOrDefault(s => !skills.Contains(s)) is { } dropped)
            {
                return UnknownSkill(queue, dropped, "steps");
            }

            if (queue.SegmentHeadStart.Keys.FirstOrDefault(s => s != WorkspacePolicy.Dissatisfied && !next.Segments.Contains(s)) is { } segment)
            {
                return Outcome.Refused(
                    Reason.UnknownSegment, $"Queue '{queue.Name}' names segment '{segment}': take segments of the workspace's list.", ("field", "head_start_by_segment"));
            }

            if (queue.Steps.FirstOrDefault(s => s.Queue.Length > 0 && !queues.Contains(s.Queue)) is { } step)
            {
                return Outcome.Refused(Reason.UnknownQueue, $"A step of queue '{queue.Name}' names queue '{step.Queue}': take a queue of the policy.", ("field", "steps"));
            }
        }

        return null;
    }

    private static Outcome UnknownSkill(QueuePolicy queue, string skill, string field) =>
        Outcome.Refused(Reason.UnknownSkill, $"Queue '{queue.Name}' names skill '{skill}': take skills of the workspace's list.", ("field", field));

    private static Outcome? InUse(WorkspaceState state, WorkspacePolicy next)
    {
        foreach (var name in state.Queues.Keys.Except(next.Queues.Select(q => q.Name)))
        {
            if (state.Tickets.Values.Any(t => t.Content.Queue == name))
            {
                return Outcome.Refused(Reason.InUse, $"Queue '{name}' still has open tickets: let them end first.", ("field", "queue"));
            }

            if (state.Agents.Values.FirstOrDefault(a => a.Profile.Queues.Contains(name)) is { } agent)
            {
                return Outcome.Refused(Reason.InUse, $"Agent '{agent.Id}' serves queue '{name}': change his profile first.", ("field", "queue"));
            }
        }

        foreach (var name in state.Channels.Where(c => !c.IsRetired).Select(c => c.Name).Except(next.Channels.Select(c => c.Name)))
        {
            if (state.Tickets.Values.Any(t => t.Content.Channel == name))
            {
                return Outcome.Refused(Reason.InUse, $"Channel '{name}' still has open tickets: let them end first.", ("field", "channels"));
            }
        }

        foreach (var name in state.Skills.Except(next.Skills.Select(s => s.Code)))
        {
            if (state.Agents.Values.FirstOrDefault(a => a.Profile.Skills.ContainsKey(name)) is { } agent)
            {
                return Outcome.Refused(Reason.InUse, $"Agent '{agent.Id}' has skill '{name}': change his profile first.", ("field", "skills"));
            }
        }

        foreach (var name in state.Policy.Channels.Select(c => c.Name).Except(next.Channels.Select(c => c.Name)))
        {
            if (state.Agents.Values.FirstOrDefault(a => a.Profile.Channels.Any(c => c.Channel == name)) is { } agent)
            {
                return Outcome.Refused(Reason.InUse, $"The profile of agent '{agent.Id}' names channel '{name}': change it first.", ("field", "channels"));
            }
        }

        return null;
    }
}
