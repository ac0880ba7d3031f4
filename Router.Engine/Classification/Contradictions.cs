using Router.Engine.Policies;

namespace Router.Engine.Classification;

/// <summary>
/// Conditions that hold for no submit, as far as they say so themselves: comparisons of one field that have to hold together and cannot, also
/// with what the policy knows of channels and segments. Alternatives are contradictory where each of them is.
/// </summary>
internal sealed class Contradictions
{
    private readonly WorkspacePolicy _policy;
    private readonly IReadOnlyList<ConditionPart> _parts;
    private int _at;

    private Contradictions(WorkspacePolicy policy, IReadOnlyList<ConditionPart> parts)
    {
        _policy = policy;
        _parts = parts;
    }

    /// <summary>Why the conditions of a rule hold for no submit, or null.</summary>
    public static string? Of(WorkspacePolicy policy, ClassificationRule rule) =>
        IsWhole(rule.When) ? new Contradictions(policy, rule.When).OfNext(isNot: false) : null;

    /// <summary>A document with mistakes in its shape is looked at for others too.</summary>
    private static bool IsWhole(IReadOnlyList<ConditionPart> parts) =>
        parts.Aggregate(1, (missing, p) => missing > 0 ? missing - 1 + p.Parts : -1) == 0
        && parts.All(p => p.Kind != ConditionKind.Field || p.Comparison switch
        {
            Comparison.In => p.Values?.Count > 0,
            Comparison.Exists => true,
            _ => p.Values?.Count == 1,
        });

    /// <summary>Why the next condition holds for no submit, by itself.</summary>
    private string? OfNext(bool isNot)
    {
        var together = new List<AskedField>();
        var inside = Gather(together, isNot);
        return inside ?? together.GroupBy(a => a.Field, StringComparer.Ordinal).Select(g => FieldContradiction.Of(_policy, g.Key, [.. g])).FirstOrDefault(w => w is not null);
    }

    /// <summary>Adds what the next condition asks together with others. What is not so is asked in its other way: not one of them is none of them.</summary>
    private string? Gather(List<AskedField> together, bool isNot)
    {
        var part = _parts[_at++];
        switch (part.Kind)
        {
            case ConditionKind.Field:
                together.Add(new AskedField(part, isNot));
                return null;
            case ConditionKind.Not:
                return Gather(together, !isNot);
            default:
                var isTogether = part.Kind == ConditionKind.All != isNot;
                List<string?> whys = [.. Enumerable.Range(0, part.Parts).Select(_ => isTogether ? Gather(together, isNot) : OfNext(isNot))];
                return isTogether || whys.TrueForAll(w => w is not null) ? whys.Find(w => w is not null) : null;
        }
    }
}
