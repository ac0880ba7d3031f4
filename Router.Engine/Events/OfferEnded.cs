namespace Router.Engine.Events;

/// <summary>An offer ended without being accepted.</summary>
/// <param name="TicketId">The ticket.</param>
/// <param name="OfferNo">The offer.</param>
/// <param name="AgentId">The agent.</param>
/// <param name="End">How it ended.</param>
/// <param name="Cause">Why the agent declined, or empty.</param>
/// <param name="OpenMs">How long it was open, ms.</param>
public sealed record OfferEnded(string TicketId, int OfferNo, string AgentId, OfferEnd End, string Cause, long OpenMs) : TicketFact(TicketId)
{
    /// <inheritdoc/>
    public override FactKind Kind => FactKind.OfferEnded;
}
