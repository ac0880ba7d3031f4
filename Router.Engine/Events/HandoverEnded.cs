namespace Router.Engine.Events;

/// <summary>The agent who was asked to take a ticket over did not.</summary>
/// <param name="TicketId">The ticket.</param>
/// <param name="AgentId">The owner.</param>
/// <param name="ToAgentId">Who was asked.</param>
/// <param name="OfferNo">The offer.</param>
/// <param name="End">How it ended.</param>
/// <param name="Cause">Why he declined, or empty.</param>
/// <param name="OpenMs">How long it was open, ms.</param>
public sealed record HandoverEnded(string TicketId, string AgentId, string ToAgentId, int OfferNo, OfferEnd End, string Cause, long OpenMs) : TicketFact(TicketId)
{
    /// <inheritdoc/>
    public override FactKind Kind => FactKind.HandoverEnded;
}
