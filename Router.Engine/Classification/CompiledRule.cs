using Router.Engine.Policies;

namespace Router.Engine.Classification;

/// <summary>A rule whose condition can be judged quickly: a list of parts, each of which knows where what it combines ends.</summary>
internal sealed class CompiledRule
{
    private readonly Part[] _parts;
    private readonly ClassificationTarget[] _targets;
    private readonly int _weights;
    private readonly uint _spread;

    public CompiledRule(ClassificationRule rule, FieldTable fields)
    {
        Rule = rule;
        _parts = new Part[rule.When.Count];
        _targets = [.. rule.Targets];
        _weights = rule.Targets.Sum(t => t.Weight);
        _spread = Spread.Begin(rule.Name);
        for (var at = 0; at < _parts.Length;)
        {
            at = Compile(at, fields);
        }
    }

    public ClassificationRule Rule { get; }

    /// <summary>Comparisons that hold for one text alone, and without which the rule does not hold.</summary>
    public IEnumerable<CompiledField> Needs()
    {
        var isAll = _parts.Length > 0 && _parts[0].Kind == ConditionKind.All;
        for (var at = isAll ? 1 : 0; at < _parts.Length; at = _parts[at].End)
        {
            if (_parts[at].Field is { OnlyText.Length: > 0 } needed)
            {
                yield return needed;
            }
        }
    }

    /// <summary>Whether the condition is true for the values of a ticket's fields.</summary>
    public bool Holds(string?[] values) => _parts.Length == 0 || Holds(0, values);

    /// <summary>The target of a customer: the same each time, and of all customers each target's share by weight.</summary>
    public ClassificationTarget TargetFor(string customer)
    {
        if (_targets.Length == 1)
        {
            return _targets[0];
        }

        var at = (int)(Spread.Of(_spread, customer) % (uint)_weights);
        foreach (var target in _targets)
        {
            at -= target.Weight;
            if (at < 0)
            {
                return target;
            }
        }

        return _targets[^1];
    }

    private int Compile(int at, FieldTable fields)
    {
        var part = Rule.When[at];
        var next = at + 1;
        for (var i = 0; i < part.Parts; i++)
        {
            next = Compile(next, fields);
        }

        _parts[at] = new Part(part.Kind, next, part.Kind == ConditionKind.Field ? new CompiledField(fields.SlotOf(part.Field), part) : null);
        return next;
    }

    private bool Holds(int at, string?[] values)
    {
        var part = _parts[at];
        if (part.Field is { } field)
        {
            return field.Holds(values[field.Slot]);
        }

        for (var next = at + 1; next < part.End; next = _parts[next].End)
        {
            var holds = Holds(next, values);
            if (part.Kind == ConditionKind.Not || holds == (part.Kind == ConditionKind.Any))
            {
                return part.Kind == ConditionKind.Not ? !holds : holds;
            }
        }

        return part.Kind == ConditionKind.All;
    }

    private readonly record struct Part(ConditionKind Kind, int End, CompiledField? Field);
}
