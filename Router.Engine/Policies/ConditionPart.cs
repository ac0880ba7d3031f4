namespace Router.Engine.Policies;

/// <summary>One part of a condition, which is written as a list: each of its combinations stands before what it combines.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Parts">How many conditions a combination combines, at least 1; 1 for <see cref="ConditionKind.Not"/>; 0 for a field.</param>
/// <param name="Field"><c>channel</c>, <c>source</c>, <c>language</c>, <c>segment</c>, <c>time</c> or <c>attributes.NAME</c>.</param>
/// <param name="Comparison">How the field is compared.</param>
/// <param name="Values">What with: one value, several for <see cref="Comparison.In"/>, none for <see cref="Comparison.Exists"/>.</param>
public sealed record ConditionPart(
    ConditionKind Kind, int Parts = 0, string Field = "", Comparison Comparison = default, IReadOnlyList<string>? Values = null)
{
    /// <summary>What comes before the name of an attribute.</summary>
    public const string AttributePrefix = "attributes.";
}
