using Router.Engine.Policies;

namespace Router.Engine.Classification;

/// <summary>A comparison that has to hold, or not to hold.</summary>
/// <param name="part">The comparison.</param>
/// <param name="isNot">It has not to hold.</param>
internal sealed class AskedField(ConditionPart part, bool isNot)
{
    private readonly CompiledField _compiled = new(0, part);

    public string Field => part.Field;

    public Comparison Comparison => part.Comparison;

    public IReadOnlyList<string> Values => part.Values ?? [];

    public bool IsNot => isNot;

    /// <summary>The field is one of these values, or null where it may be others.</summary>
    public IReadOnlyList<string>? OneOf => !isNot && Comparison is (Comparison.Equal or Comparison.In) ? Values : null;

    /// <summary>Of a limit: the field is not above it.</summary>
    public bool IsUpper => Comparison is (Comparison.Less or Comparison.LessOrEqual) != isNot;

    /// <summary>It is a limit.</summary>
    public bool IsRange => Comparison is Comparison.Less or Comparison.LessOrEqual or Comparison.Greater or Comparison.GreaterOrEqual;

    /// <summary>The limit itself is allowed.</summary>
    public bool IsInclusive => Comparison is (Comparison.LessOrEqual or Comparison.GreaterOrEqual) != isNot;

    /// <summary>Whether a value of the field, null where it is missing, is as asked.</summary>
    public bool Allows(string? value) => _compiled.Holds(value) != isNot;
}
