using Router.Engine.Policies;

namespace Router.Engine.Advice;

/// <summary>What is foolish in the rules of classification.</summary>
internal static class RuleAdvice
{
    /// <summary>Rules with more comparisons than this are not looked for in later ones.</summary>
    private const int MostCompared = 8;

    public static IEnumerable<PolicyWarning> Of(WorkspacePolicy policy) => Unreached(policy).Concat(NeverReached(policy)).Concat(Contained(policy));

    /// <summary>Only where there are rules: without them every submit names its queue.</summary>
    private static IEnumerable<PolicyWarning> Unreached(WorkspacePolicy policy)
    {
        var targets = policy.Rules.SelectMany(r => r.Targets).ToList();
        if (targets.Count == 0 || targets.Exists(t => t.QueueAttribute.Length > 0))
        {
            yield break;
        }

        var overflow = policy.Queues.SelectMany(q => q.Channels.Select(c => c.Limits?.Overflow.Queue).Append(q.Hours?.WhenClosed.Queue)).OfType<string>();
        var reached = targets.Select(t => t.Queue).Concat(overflow).Append(policy.DefaultQueue).ToHashSet(StringComparer.Ordinal);
        foreach (var (i, queue) in policy.Queues.Index().Where(q => !reached.Contains(q.Item.Name)))
        {
            yield return new($"queues[{i}]", $"No rule reaches queue '{queue.Name}': it gets only tickets that name it.");
        }
    }

    private static IEnumerable<PolicyWarning> NeverReached(WorkspacePolicy policy)
    {
        var (at, always) = policy.Rules.Index().FirstOrDefault(r => r.Item.When.Count == 0);
        for (var i = at + 1; always is not null && i < policy.Rules.Count; i++)
        {
            yield return new($"rules[{i}]", $"Rule '{policy.Rules[i].Name}' can never match: '{always.Name}' before it always does.");
        }
    }

    /// <summary>Rules that ask all that an earlier one asks, and more: that one takes what they ask.</summary>
    private static IEnumerable<PolicyWarning> Contained(WorkspacePolicy policy)
    {
        var earlier = new List<(string Name, HashSet<string> Asked)>();
        foreach (var (i, rule) in policy.Rules.Index().Where(r => r.Item.When.Count > 0))
        {
            if (AllOf(rule) is not { } asked)
            {
                continue;
            }

            if (earlier.FirstOrDefault(e => e.Asked.IsSubsetOf(asked)) is { Name: { } first })
            {
                yield return new($"rules[{i}]", $"Rule '{rule.Name}' can never match: '{first}' before it takes everything it asks.");
            }
            else if (asked.Count <= MostCompared)
            {
                earlier.Add((rule.Name, asked));
            }
        }
    }

    /// <summary>The comparisons of a rule that all have to hold, as texts; null for one that is not made of these alone.</summary>
    private static HashSet<string>? AllOf(ClassificationRule rule)
    {
        var parts = rule.When is [{ Kind: ConditionKind.All }, ..] ? rule.When.Skip(1) : rule.When;
        return parts.All(p => p.Kind == ConditionKind.Field)
            ? parts.Select(p => $"{p.Field}\n{p.Comparison}\n{string.Join('\n', p.Values ?? [])}").ToHashSet(StringComparer.Ordinal)
            : null;
    }
}
