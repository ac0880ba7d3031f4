namespace Router.Engine.Events;

/// <summary>No registered profile could ever serve a waiting ticket, in any step; or now one could again.</summary>
/// <param name="TicketId">The ticket.</param>
/// <param name="Unroutable">Whether nobody could.</param>
public sealed record RoutabilityChanged(string TicketId, bool Unroutable) : TicketFact(TicketId)
{
    /// <inheritdoc/>
    public override FactKind Kind => FactKind.RoutabilityChanged;
}
