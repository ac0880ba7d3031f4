namespace Router.Engine.Events;

/// <summary>There are too many different requirements: a ticket asks for its queue and languages alone.</summary>
/// <param name="Queue">The queue of the ticket.</param>
public sealed record LaneLimitReached(string Queue) : Fact
{
    /// <inheritdoc/>
    public override FactKind Kind => FactKind.LaneLimitReached;
}
