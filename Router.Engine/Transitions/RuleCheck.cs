using Router.Engine.Classification;
using Router.Engine.Policies;

namespace Router.Engine.Transitions;

/// <summary>Whether the rules of classification name what there is.</summary>
internal static class RuleCheck
{
    private const string Field = "rules";

    public static IEnumerable<PolicyMistake> Mistakes(WorkspacePolicy next) =>
        Default(next).Concat(NeverMatching(next)).Concat(next.Rules.SelectMany((rule, i) => rule.Targets.SelectMany((target, j) => OfTarget(next, target, $"rules[{i}].targets[{j}]"))));

    private static IEnumerable<PolicyMistake> Default(WorkspacePolicy next)
    {
        if (next.DefaultQueue.Length == 0 && next.Rules.Count > 0)
        {
            yield return new(
                Reason.EmptyId, "default_queue", "A policy with rules needs a default queue, for tickets that no rule matches: name a queue of the policy.", "default_queue");
        }
        else if (next.DefaultQueue.Length > 0 && !HasQueue(next, next.DefaultQueue))
        {
            yield return new(
                Reason.UnknownQueue, "default_queue", $"The default queue is '{next.DefaultQueue}': take a queue of the policy.", "default_queue");
        }
    }

    private static IEnumerable<PolicyMistake> NeverMatching(WorkspacePolicy next)
    {
        foreach (var (i, rule) in next.Rules.Index())
        {
            if (Contradictions.Of(next, rule) is { } why)
            {
                yield return new(Reason.InvalidRequest, $"rules[{i}].when", $"Rule '{rule.Name}' can never match: {why}.", Field);
            }
        }
    }

    private static IEnumerable<PolicyMistake> OfTarget(WorkspacePolicy next, ClassificationTarget target, string path)
    {
        if (target.Queue.Length > 0 && !HasQueue(next, target.Queue))
        {
            yield return UnknownQueue($"{path}.queue", target.Queue);
        }

        foreach (var (i, skill) in target.Skills.Index().Where(s => IsUnknown(next, s.Item.Name)))
        {
            yield return UnknownSkill($"{path}.skills[{i}].skill", skill.Name);
        }

        if (target.Segment.Length > 0 && target.Segment != WorkspacePolicy.Dissatisfied && !next.Segments.Contains(target.Segment))
        {
            yield return new(
                Reason.UnknownSegment, $"{path}.segment", $"A rule sets segment '{target.Segment}': take segments of the workspace's list.", Field);
        }

        foreach (var mistake in StepOrder.Mistakes(target.Steps, $"{path}.steps", Field))
        {
            yield return mistake;
        }

        foreach (var (i, step) in target.Steps.Index())
        {
            if (step.Queue.Length > 0 && !HasQueue(next, step.Queue))
            {
                yield return UnknownQueue($"{path}.steps[{i}].queue", step.Queue);
            }

            foreach (var (j, dropped) in step.DropSkills.Index().Where(s => IsUnknown(next, s.Item)))
            {
                yield return UnknownSkill($"{path}.steps[{i}].drop_skills[{j}]", dropped);
            }
        }
    }

    private static bool HasQueue(WorkspacePolicy next, string name) => next.Queues.Any(q => q.Name == name);

    private static bool IsUnknown(WorkspacePolicy next, string skill) => next.Skills.All(s => s.Code != skill);

    private static PolicyMistake UnknownQueue(string path, string queue) =>
        new(Reason.UnknownQueue, path, $"A rule names queue '{queue}': take a queue of the policy.", Field);

    private static PolicyMistake UnknownSkill(string path, string skill) =>
        new(Reason.UnknownSkill, path, $"A rule names skill '{skill}': take skills of the workspace's list.", Field);
}
