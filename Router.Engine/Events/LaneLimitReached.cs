namespace Router.Engine.Events;

/// <summary>There are too many different requirements: a new ticket that asks for another one asks as its queue does.</summary>
/// <param name="Queue">The queue of the ticket.</param>
/// <param name="Lanes">How many lanes there are.</param>
public sealed record LaneLimitReached(string Queue, int Lanes) : Fact
{
    /// <inheritdoc/>
    public override FactKind Kind => FactKind.LaneLimitReached;
}
