using Router.Engine.Policies;
using Router.Engine.Tickets;

namespace Router.Engine.Lanes;

/// <summary>
/// Turns what a ticket asks for and what its queue allows with time into routing steps: one whenever a language opens or
/// a relaxation of the queue begins. Relaxations add up.
/// </summary>
internal static class StepCompiler
{
    public static List<RoutingStep> Compile(TicketContent content, QueuePolicy queue)
    {
        var times = content.Languages.Select(l => l.AfterSeconds).Concat(queue.Steps.Select(s => s.AfterSeconds));
        var steps = new List<RoutingStep>();
        foreach (var seconds in times.Append(0).Distinct().Order())
        {
            var requirement = At(content, queue, seconds);
            if (steps.TrueForAll(s => !s.Requirement.Equals(requirement)))
            {
                steps.Add(new RoutingStep(seconds * 1_000L, requirement));
            }
        }

        return steps;
    }

    private static Requirement At(TicketContent content, QueuePolicy queue, int seconds)
    {
        var lower = 0;
        var name = content.Queue;
        var anyLanguage = false;
        var dropped = new HashSet<string>(StringComparer.Ordinal);
        foreach (var step in queue.Steps.Where(s => s.AfterSeconds <= seconds))
        {
            lower += step.LowerLevelsBy;
            name = step.Queue.Length > 0 ? step.Queue : name;
            anyLanguage |= step.DropLanguages;
            dropped.UnionWith(step.DropSkills);
        }

        var languages = anyLanguage
            ? []
            : content.Languages.Where(l => l.AfterSeconds <= seconds).Select(l => l with { MinLevel = Math.Max(1, l.MinLevel - lower) });
        var skills = content.Skills.Where(s => !dropped.Contains(s.Name)).Select(s => s with { MinLevel = Math.Max(1, s.MinLevel - lower) });
        return new Requirement(name, [.. languages], [.. skills]);
    }
}
