using Router.Engine.Policies;
using Router.Engine.Tickets;

namespace Router.Engine.Lanes;

/// <summary>
/// Turns what a ticket asks for and what its queue allows with time into routing steps: one whenever a language opens or
/// a step of the queue begins, unless it asks for nothing new and leaves the ticket where it stands.
/// </summary>
internal static class StepCompiler
{
    public static List<RoutingStep> Compile(TicketContent content, QueuePolicy queue)
    {
        if (queue.Steps is [{ IsKnownAgent: true }, ..])
        {
            queue = queue with { Steps = [.. queue.Steps.Skip(1)] };
        }

        var skills = Merge(content.Skills, queue.Skills);
        var languages = content.Languages.Count > 0 ? content.Languages : queue.Languages;
        var times = languages.Select(l => l.AfterMs).Concat(queue.Steps.Select(s => s.AfterMs));
        var steps = new List<RoutingStep>();
        foreach (var time in times.Append(0).Distinct().Order())
        {
            var isExpedited = queue.Steps.LastOrDefault(s => s.AfterMs <= time)?.IsExpedited ?? false;
            foreach (var requirement in RequirementsAt(content.Queue, skills, languages, queue, time))
            {
                if (steps.TrueForAll(s => !s.Requirement.Equals(requirement)))
                {
                    steps.Add(new RoutingStep(time, requirement, isExpedited));
                }
            }

            if (steps[^1].IsExpedited != isExpedited)
            {
                steps.Add(new RoutingStep(time, steps[^1].Requirement, isExpedited));
            }
        }

        return steps;
    }

    /// <summary>What is asked of who decides on a ticket that is passed on too often: all of the ticket's languages, as the queue's step widens it.</summary>
    public static Requirement Escalated(TicketContent content, QueuePolicy queue, QueueStep escalation) => Widen(
        content.Queue,
        Merge(content.Skills, queue.Skills),
        [.. content.Languages.Count > 0 ? content.Languages : queue.Languages],
        escalation);

    /// <summary>What is asked at a time: as the ticket asks at the start, then as the queue's steps of that time widen it.</summary>
    private static IEnumerable<Requirement> RequirementsAt(
        string queueName, IReadOnlyList<SkillNeed> skills, IReadOnlyList<LanguageNeed> languages, QueuePolicy queue, long time)
    {
        var open = languages.Where(l => l.AfterMs <= time).ToList();
        if (time == 0)
        {
            yield return new Requirement(queueName, open, skills);
        }

        // A language that opens now is new for whoever could serve before: in each queue for the last step that named it.
        if (time > 0 && languages.Any(l => l.AfterMs == time))
        {
            var before = queue.Steps.Where(s => s.AfterMs < time).GroupBy(s => s.Queue.Length > 0 ? s.Queue : queueName).ToList();
            if (!before.Exists(g => g.Key == queueName))
            {
                yield return new Requirement(queueName, open, skills);
            }

            foreach (var steps in before)
            {
                yield return Widen(queueName, skills, open, steps.Last());
            }
        }

        foreach (var step in queue.Steps.Where(s => s.AfterMs == time))
        {
            yield return Widen(queueName, skills, open, step);
        }
    }

    private static Requirement Widen(string queueName, IReadOnlyList<SkillNeed> skills, List<LanguageNeed> languages, QueueStep step)
    {
        var fewer = skills
            .Where(s => !step.DropAllSkills && !step.DropSkills.Contains(s.Name))
            .Select(s => s with { MinLevel = Math.Max(1, s.MinLevel - step.LowerSkillLevels) });
        var more = languages
            .Select(l => l with { MinLevel = Math.Max(1, l.MinLevel - step.LowerLanguageLevels) })
            .Concat(languages.Count > 0 ? step.MoreLanguages : []);
        return new Requirement(step.Queue.Length > 0 ? step.Queue : queueName, [.. more], [.. fewer]);
    }

    private static IReadOnlyList<SkillNeed> Merge(IReadOnlyList<SkillNeed> own, IReadOnlyList<SkillNeed> queue)
    {
        if (queue.Count == 0)
        {
            return own;
        }

        return [.. own.Concat(queue).GroupBy(s => s.Name, StringComparer.Ordinal).Select(g => g.MaxBy(s => s.MinLevel)!)];
    }
}
