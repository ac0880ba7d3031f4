namespace Router.Engine.Policies;

/// <summary>Where a ticket goes that names no queue itself. The first rule counts whose condition is true.</summary>
public sealed record ClassificationRule
{
    /// <summary>1 to 64 characters, unique in the policy.</summary>
    public required string Name { get; init; }

    /// <summary>When it counts; always when empty.</summary>
    public IReadOnlyList<ConditionPart> When { get; init; } = [];

    /// <summary>One of these by weight, always the same for the same customer; at least one.</summary>
    public IReadOnlyList<ClassificationTarget> Targets { get; init; } = [];
}
