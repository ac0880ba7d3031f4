namespace Router.Engine.Events;

/// <summary>The owner asks another agent to take a ticket over, and keeps it until he has.</summary>
/// <param name="TicketId">The ticket.</param>
/// <param name="AgentId">The owner.</param>
/// <param name="ToAgentId">Who is asked.</param>
/// <param name="OfferNo">The offer, counted with the ticket's others.</param>
/// <param name="ExpiresAt">When it ends by itself, ms.</param>
/// <param name="WaitMs">Time since the ticket entered the queue, ms.</param>
public sealed record HandoverOffered(string TicketId, string AgentId, string ToAgentId, int OfferNo, long ExpiresAt, long WaitMs) : TicketFact(TicketId)
{
    /// <inheritdoc/>
    public override FactKind Kind => FactKind.HandoverOffered;
}
