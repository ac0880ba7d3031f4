namespace Router.Engine.Events;

/// <summary>A ticket is held for an agent.</summary>
/// <param name="TicketId">The ticket.</param>
/// <param name="OfferNo">Counts per ticket from 1.</param>
/// <param name="AgentId">The agent.</param>
/// <param name="ExpiresAt">When the offer ends by itself, ms.</param>
public sealed record OfferMade(string TicketId, int OfferNo, string AgentId, long ExpiresAt) : TicketFact(TicketId)
{
    /// <inheritdoc/>
    public override FactKind Kind => FactKind.OfferMade;
}
