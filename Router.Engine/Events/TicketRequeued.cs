namespace Router.Engine.Events;

/// <summary>A ticket came back from its owner to its place.</summary>
/// <param name="TicketId">The ticket.</param>
/// <param name="AssignmentNo">The assignment that ended.</param>
/// <param name="AgentId">The agent who had it.</param>
/// <param name="Cause">Why.</param>
/// <param name="DueAt">Its place in the order, ms.</param>
/// <param name="HandlingMs">How long he had it, without hold, ms.</param>
/// <param name="OnHoldMs">How long the customer was on hold meanwhile, ms.</param>
public sealed record TicketRequeued(string TicketId, int AssignmentNo, string AgentId, RequeueCause Cause, long DueAt, long HandlingMs, long OnHoldMs) : TicketFact(TicketId)
{
    /// <inheritdoc/>
    public override FactKind Kind => FactKind.TicketRequeued;
}
