namespace Router.Engine.Events;

/// <summary>A new version of the policy is in force.</summary>
/// <param name="Version">Its number.</param>
/// <param name="By">Who asked for it.</param>
public sealed record PolicyChanged(long Version, string By) : Fact
{
    /// <inheritdoc/>
    public override FactKind Kind => FactKind.PolicyChanged;
}
