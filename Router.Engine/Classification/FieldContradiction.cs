using System.Globalization;
using Router.Engine.Policies;

namespace Router.Engine.Classification;

/// <summary>Whether one field can be all that is asked of it at once.</summary>
internal static class FieldContradiction
{
    /// <summary>Why it cannot, or null where it can or nothing says that it cannot.</summary>
    /// <param name="policy">Knows channels and segments.</param>
    /// <param name="field">The field.</param>
    /// <param name="asked">What has to hold together.</param>
    public static string? Of(WorkspacePolicy policy, string field, IReadOnlyList<AskedField> asked)
    {
        if (field != "channel" && asked.All(a => a.Allows(null)))
        {
            return null;
        }

        if (asked.Any(a => a.Comparison == Comparison.Exists && a.IsNot))
        {
            return $"'{field}' cannot be there and not be there";
        }

        IReadOnlyList<string>? known = field switch
        {
            "channel" => [.. policy.Channels.Select(c => c.Name)],
            "segment" => [.. policy.Segments, WorkspacePolicy.Dissatisfied],
            _ => null,
        };
        var listed = asked.Select(a => a.OneOf).OfType<IReadOnlyList<string>>().MinBy(v => v.Count);
        if (known is not null && listed is not null && !listed.Any(known.Contains))
        {
            return $"there is no {field} {string.Join(", ", listed.Take(5).Select(v => $"'{v}'"))}";
        }

        if (field == "language" && listed is not null && !listed.Any(v => v.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')))
        {
            return $"no language has a tag like '{listed[0]}' in lower case";
        }

        return (known ?? listed) is { } values
            ? values.Any(v => asked.All(a => MayAllow(a, v))) ? null : $"'{field}' cannot be all that is asked of it at once"
            : OfRange(field, asked) ?? OfPrefixes(field, asked);
    }

    /// <summary>A number may be written in other ways, of which one may begin so.</summary>
    private static bool MayAllow(AskedField asked, string value) =>
        asked.Allows(value) || (asked.Comparison == Comparison.Prefix && NumberOf(value) is not null);

    private static string? OfRange(string field, IReadOnlyList<AskedField> asked)
    {
        foreach (var limits in asked.Where(a => a.IsRange).GroupBy(a => NumberOf(a.Values[0]) is not null))
        {
            Comparer<string> order = limits.Key
                ? Comparer<string>.Create((l, r) => NumberOf(l)!.Value.CompareTo(NumberOf(r)!.Value))
                : Comparer<string>.Create(string.CompareOrdinal);
            var lowest = limits.Where(a => !a.IsUpper).MaxBy(a => a.Values[0], order);
            var highest = limits.Where(a => a.IsUpper).MinBy(a => a.Values[0], order);
            if (lowest is null || highest is null)
            {
                continue;
            }

            var (from, to) = (lowest.Values[0], highest.Values[0]);
            var between = order.Compare(from, to);
            var isOpen = limits.Any(a => !a.IsInclusive && order.Compare(a.Values[0], from) == 0);
            if (between > 0 || (between == 0 && isOpen))
            {
                return $"'{field}' cannot be from '{from}' on and up to '{to}' at once";
            }
        }

        return null;
    }

    private static string? OfPrefixes(string field, IReadOnlyList<AskedField> asked)
    {
        var prefixes = asked.Where(a => a is { Comparison: Comparison.Prefix, IsNot: false }).Select(a => a.Values[0]).ToList();
        var longest = prefixes.MaxBy(p => p.Length);
        return prefixes.Find(p => !longest!.StartsWith(p, StringComparison.Ordinal)) is { } other
            ? $"'{field}' cannot begin with '{longest}' and '{other}' at once"
            : null;
    }

    private static double? NumberOf(string text) =>
        double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;
}
