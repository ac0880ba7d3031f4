namespace Router.Engine.Events;

/// <summary>An owner took over.</summary>
/// <param name="Term">Its term.</param>
/// <param name="OutageMs">Time since the last thing that happened before, ms.</param>
/// <param name="WritesLost">Whether the store lost acknowledged writes.</param>
public sealed record OwnerStarted(long Term, long OutageMs, bool WritesLost) : Fact
{
    /// <inheritdoc/>
    public override FactKind Kind => FactKind.OwnerStarted;
}
