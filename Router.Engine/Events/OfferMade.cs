namespace Router.Engine.Events;

/// <summary>A ticket is held for an agent.</summary>
/// <param name="TicketId">The ticket.</param>
/// <param name="OfferNo">Counts per ticket from 1.</param>
/// <param name="AgentId">The agent.</param>
/// <param name="ExpiresAt">When the offer ends by itself, ms.</param>
/// <param name="WaitMs">Time since it entered the queue, ms.</param>
public sealed record OfferMade(string TicketId, int OfferNo, string AgentId, long ExpiresAt, long WaitMs) : TicketFact(TicketId)
{
    /// <inheritdoc/>
    public override FactKind Kind => FactKind.OfferMade;
}
