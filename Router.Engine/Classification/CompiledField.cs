using System.Globalization;
using Router.Engine.Policies;

namespace Router.Engine.Classification;

/// <summary>A comparison of one field, with all that can be known before a ticket comes.</summary>
internal sealed class CompiledField
{
    /// <summary>Digits that a whole number of 32 bits has room for, whichever they are.</summary>
    private const int MostDigits = 9;

    private readonly Comparison _comparison;
    private readonly string _value;
    private readonly double? _number;
    private readonly HashSet<string> _values = new(StringComparer.Ordinal);
    private readonly double[] _numbers = [];

    public CompiledField(int slot, ConditionPart part)
    {
        Slot = slot;
        _comparison = part.Comparison;
        var values = part.Values ?? [];
        _value = values.Count > 0 ? values[0] : "";
        _number = NumberOf(_value);
        if (_comparison == Comparison.In)
        {
            _values.UnionWith(values);
            _numbers = [.. values.Select(NumberOf).OfType<double>()];
        }
    }

    /// <summary>Which of the fields that the rules look at.</summary>
    public int Slot { get; }

    /// <summary>The one text for which it holds, or null when it may hold for several.</summary>
    public string? OnlyText => _comparison == Comparison.Equal && _number is null ? _value : null;

    /// <summary>Whether it holds for a field's value; null or empty is missing.</summary>
    public bool Holds(string? field)
    {
        if (string.IsNullOrEmpty(field))
        {
            return _comparison == Comparison.NotEqual;
        }

        return _comparison switch
        {
            Comparison.Equal => IsEqual(field),
            Comparison.NotEqual => !IsEqual(field),
            Comparison.In => _values.Contains(field) || (_numbers.Length > 0 && NumberOf(field) is { } number && Array.IndexOf(_numbers, number) >= 0),
            Comparison.Exists => true,
            Comparison.Prefix => field.StartsWith(_value, StringComparison.Ordinal),
            Comparison.Less => Compare(field) < 0,
            Comparison.LessOrEqual => Compare(field) <= 0,
            Comparison.Greater => Compare(field) > 0,
            Comparison.GreaterOrEqual => Compare(field) >= 0,
            _ => false,
        };
    }

    private bool IsEqual(string field) => field == _value || (_number is { } number && NumberOf(field) == number);

    private int Compare(string field) =>
        _number is { } right && NumberOf(field) is { } left ? left.CompareTo(right) : string.CompareOrdinal(field, _value);

    private static double? NumberOf(string text) =>
        text.Length > 0
        && (char.IsAsciiDigit(text[^1]) || text[^1] == '.')
        && (TryWhole(text, out var number)
            || double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number))
            ? number
            : null;

    // Most numbers are few digits and nothing else, which is quickly read.
    private static bool TryWhole(string text, out double number)
    {
        number = 0;
        if (text.Length > MostDigits)
        {
            return false;
        }

        var whole = 0;
        foreach (var digit in text)
        {
            if (!char.IsAsciiDigit(digit))
            {
                return false;
            }

            whole = (whole * 10) + (digit - '0');
        }

        number = whole;
        return true;
    }
}
