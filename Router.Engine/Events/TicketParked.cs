namespace Router.Engine.Events;

/// <summary>A ticket was put aside by its owner.</summary>
/// <param name="TicketId">The ticket.</param>
/// <param name="AssignmentNo">The assignment that ended.</param>
/// <param name="AgentId">The agent who had it.</param>
/// <param name="Until">When it is back at the latest, ms.</param>
/// <param name="HandlingMs">How long he had it, ms, without hold.</param>
/// <param name="OnHoldMs">How long the customer was on hold meanwhile, ms.</param>
public sealed record TicketParked(string TicketId, int AssignmentNo, string AgentId, long Until, long HandlingMs, long OnHoldMs) : TicketFact(TicketId)
{
    /// <inheritdoc/>
    public override FactKind Kind => FactKind.TicketParked;
}
