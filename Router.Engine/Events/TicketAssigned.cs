namespace Router.Engine.Events;

/// <summary>An agent owns a ticket: he accepted its offer, or its channel assigns at once.</summary>
/// <param name="TicketId">The ticket.</param>
/// <param name="AssignmentNo">Counts per ticket from 1.</param>
/// <param name="AgentId">The agent.</param>
/// <param name="OfferNo">The accepted offer, or 0 where there was none.</param>
/// <param name="WaitMs">Time since it entered the queue, ms.</param>
/// <param name="IsFirst">Whether it is the first assignment since it entered the queue.</param>
/// <param name="Step">The routing step that was open.</param>
public sealed record TicketAssigned(string TicketId, int AssignmentNo, string AgentId, int OfferNo, long WaitMs, bool IsFirst, int Step) : TicketFact(TicketId)
{
    /// <inheritdoc/>
    public override FactKind Kind => FactKind.TicketAssigned;

    /// <summary>The supervisor who gave it to him out of turn, or null.</summary>
    public Actor? MovedBy { get; init; }

    /// <summary>It did not fit into his capacity, and a supervisor gave it to him all the same.</summary>
    public bool PastCapacity { get; init; }
}
