namespace Router.Engine.Events;

/// <summary>A new version of the policy is in force.</summary>
/// <param name="Version">Its number.</param>
/// <param name="By">Who asked for it, or null when that is not known.</param>
/// <param name="What">What changed: <c>queue:NAME</c>, <c>workspace</c>, <c>publish</c>, <c>rollback:VERSION</c>, or empty.</param>
public sealed record PolicyChanged(long Version, Actor? By, string What) : Fact
{
    /// <inheritdoc/>
    public override FactKind Kind => FactKind.PolicyChanged;
}
