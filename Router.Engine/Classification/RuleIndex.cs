namespace Router.Engine.Classification;

/// <summary>
/// Finds the first rule that holds. A rule that needs a field to be one certain text is looked at only for tickets with that text; of several
/// such needs it is found by the one that it shares with the fewest rules.
/// </summary>
internal sealed class RuleIndex
{
    private readonly CompiledRule[] _rules;
    private readonly Dictionary<string, List<int>>?[] _bySlot;
    private readonly List<int> _others = [];

    public RuleIndex(CompiledRule[] rules)
    {
        _rules = rules;
        var shared = rules.SelectMany(r => r.Needs().Select(f => (f.Slot, f.OnlyText)).Distinct()).CountBy(n => n).ToDictionary();
        _bySlot = new Dictionary<string, List<int>>?[shared.Keys.Select(n => n.Slot + 1).DefaultIfEmpty(0).Max()];
        for (var i = 0; i < rules.Length; i++)
        {
            ListFor(rules[i].Needs().MinBy(f => shared[(f.Slot, f.OnlyText)])).Add(i);
        }
    }

    /// <summary>The first rule that holds for the values of a ticket's fields, or null.</summary>
    public CompiledRule? First(string?[] values)
    {
        var first = _rules.Length;
        for (var slot = 0; slot < _bySlot.Length; slot++)
        {
            if (_bySlot[slot] is { } byText && values[slot] is { Length: > 0 } text && byText.TryGetValue(text, out var rules))
            {
                first = FirstOf(rules, values, first);
            }
        }

        first = FirstOf(_others, values, first);
        return first < _rules.Length ? _rules[first] : null;
    }

    /// <summary>The first of some rules that holds, if it is before another; else that one.</summary>
    private int FirstOf(List<int> rules, string?[] values, int before)
    {
        foreach (var rule in rules)
        {
            if (rule >= before)
            {
                break;
            }

            if (_rules[rule].Holds(values))
            {
                return rule;
            }
        }

        return before;
    }

    private List<int> ListFor(CompiledField? need)
    {
        if (need is null)
        {
            return _others;
        }

        var byText = _bySlot[need.Slot] ??= new(StringComparer.Ordinal);
        if (!byText.TryGetValue(need.OnlyText!, out var rules))
        {
            byText.Add(need.OnlyText!, rules = []);
        }

        return rules;
    }
}
