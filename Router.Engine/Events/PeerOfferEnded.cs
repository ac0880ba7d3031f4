namespace Router.Engine.Events;

/// <summary>The agent who was asked to take a ticket over, or to join its owner, did not.</summary>
/// <param name="TicketId">The ticket.</param>
/// <param name="AgentId">The owner.</param>
/// <param name="ToAgentId">Who was asked.</param>
/// <param name="OfferNo">The offer.</param>
/// <param name="End">How it ended.</param>
/// <param name="Cause">Why he declined, or empty.</param>
/// <param name="OpenMs">How long it was open, ms.</param>
/// <param name="IsConsult">Whether he was to join, and not to take it over.</param>
public sealed record PeerOfferEnded(string TicketId, string AgentId, string ToAgentId, int OfferNo, OfferEnd End, string Cause, long OpenMs, bool IsConsult) : TicketFact(TicketId)
{
    /// <inheritdoc/>
    public override FactKind Kind => IsConsult ? FactKind.ConsultOfferEnded : FactKind.HandoverEnded;
}
