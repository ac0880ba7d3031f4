namespace Router.Engine.Events;

/// <summary>A ticket came back from its owner to its place.</summary>
/// <param name="TicketId">The ticket.</param>
/// <param name="AssignmentNo">The assignment that ended.</param>
/// <param name="AgentId">The agent who had it.</param>
/// <param name="Cause">Why.</param>
public sealed record TicketRequeued(string TicketId, int AssignmentNo, string AgentId, RequeueCause Cause) : TicketFact(TicketId)
{
    /// <inheritdoc/>
    public override FactKind Kind => FactKind.TicketRequeued;
}
