using Router.Engine.Policies;
using Router.Engine.Tickets;

namespace Router.Engine.Properties.Reference;

/// <summary>What a ticket asks of agents with time, worked out from the words of the rules.</summary>
internal static class Requirements
{
    /// <summary>The requirements in the order in which they open, none twice.</summary>
    public static IReadOnlyList<RoutingStep> Of(WorkspacePolicy policy, TicketContent content)
    {
        content = Asked(content);
        var queue = policy.Queues.First(q => q.Name == content.Queue);
        var steps = StepsOf(policy, content).Where(s => !s.IsKnownAgent).ToList();
        var languages = LanguagesOf(content, queue);
        List<RoutingStep> found = [];
        foreach (var time in steps.Select(s => s.AfterMs).Concat(languages.Select(l => l.AfterMs)).Append(0).Distinct().Order())
        {
            var open = languages.Where(l => l.AfterMs <= time).ToList();
            List<QueueStep?> asked = [];
            if (time == 0)
            {
                asked.Add(null);
            }
            else if (languages.Any(l => l.AfterMs == time))
            {
                // The new language may be asked of whoever could serve already: as the last step of each queue asked.
                var before = steps.Where(s => s.AfterMs < time).ToList();
                asked.AddRange(before.Exists(s => TargetOf(s, content) == content.Queue) ? [] : [null]);
                asked.AddRange(before.Select(s => TargetOf(s, content)).Distinct().Select(name => before.Last(s => TargetOf(s, content) == name)));
            }

            asked.AddRange(steps.Where(s => s.AfterMs == time));
            var isExpedited = steps.LastOrDefault(s => s.AfterMs <= time)?.IsExpedited == true;
            var news = asked.Select(step => new RoutingStep(time, Widened(content, queue, open, step), isExpedited)).DistinctBy(s => s.Requirement.Key);
            found.AddRange(news.Where(n => !found.Exists(f => f.Requirement.Key == n.Requirement.Key)).ToList());
            if (found[^1].IsExpedited != isExpedited)
            {
                // It asks for nothing new, and yet the ticket stands elsewhere from now on.
                found.Add(new RoutingStep(time, found[^1].Requirement, isExpedited));
            }
        }

        return found;
    }

    /// <summary>The steps of the rule that chose the queue, else the queue's own.</summary>
    public static IReadOnlyList<QueueStep> StepsOf(WorkspacePolicy policy, TicketContent content) =>
        RuleSteps(policy, content.Classified) ?? policy.Queues.First(q => q.Name == content.Queue).Steps;

    /// <summary>What is asked of who decides.</summary>
    public static IReadOnlyList<RoutingStep> Escalated(QueuePolicy queue, TicketContent content) =>
        [new(0, Widened(Asked(content), queue, LanguagesOf(Asked(content), queue), queue.Escalation))];

    /// <summary>What nobody could serve asks for no more than its queue does.</summary>
    private static TicketContent Asked(TicketContent content) => content.IsWaived ? content with { Languages = [], Skills = [] } : content;

    private static IReadOnlyList<LanguageNeed> LanguagesOf(TicketContent content, QueuePolicy queue) =>
        content.Languages.Count > 0 ? content.Languages : queue.Languages;

    private static string TargetOf(QueueStep step, TicketContent content) => step.Queue.Length > 0 ? step.Queue : content.Queue;

    private static IReadOnlyList<QueueStep>? RuleSteps(WorkspacePolicy policy, Classified? classified) =>
        classified is { HasSteps: true }
        && policy.Rules.FirstOrDefault(r => r.Name == classified.Rule)?.Targets.ElementAtOrDefault(classified.Target) is { Steps.Count: > 0 } target
            ? target.Steps
            : null;

    private static Requirement Widened(TicketContent content, QueuePolicy queue, IReadOnlyList<LanguageNeed> languages, QueueStep? step)
    {
        var skills = content.Skills.Concat(queue.Skills).Select(s => s.Name).Distinct()
            .Select(name => new SkillNeed(name, content.Skills.Concat(queue.Skills).Where(s => s.Name == name).Max(s => s.MinLevel)));
        if (step is null)
        {
            return new Requirement(content.Queue, [.. languages], [.. skills]);
        }

        skills = step.DropAllSkills ? [] : skills.Where(s => !step.DropSkills.Contains(s.Name)).Select(s => new SkillNeed(s.Name, Lower(s.MinLevel, step.LowerSkillLevels)));
        var more = languages.Select(l => new LanguageNeed(l.Tag, Lower(l.MinLevel, step.LowerLanguageLevels), l.AfterMs))
            .Concat(languages.Count > 0 ? step.MoreLanguages : []);
        return new Requirement(TargetOf(step, content), [.. more], [.. skills]);
    }

    private static int Lower(int level, int by) => level - by < 1 ? 1 : level - by;
}
