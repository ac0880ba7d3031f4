namespace Router.Engine.Events;

/// <summary>The owner asks another agent to take a ticket over, or to join him, and keeps it.</summary>
/// <param name="TicketId">The ticket.</param>
/// <param name="AgentId">The owner.</param>
/// <param name="ToAgentId">Who is asked.</param>
/// <param name="OfferNo">The offer, counted with the ticket's others.</param>
/// <param name="ExpiresAt">When it ends by itself, ms.</param>
/// <param name="WaitMs">Time since the ticket entered the queue, ms.</param>
/// <param name="IsConsult">Whether he is to join, and not to take it over.</param>
public sealed record PeerOffered(string TicketId, string AgentId, string ToAgentId, int OfferNo, long ExpiresAt, long WaitMs, bool IsConsult) : TicketFact(TicketId)
{
    /// <summary>The queue of which somebody was asked for, who is he; empty where he was named.</summary>
    public string OfQueue { get; init; } = "";

    /// <inheritdoc/>
    public override FactKind Kind => IsConsult ? FactKind.ConsultOffered : FactKind.HandoverOffered;
}
