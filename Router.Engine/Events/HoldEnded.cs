namespace Router.Engine.Events;

/// <summary>The customer is off hold: the owner is back, or the assignment is over.</summary>
/// <param name="TicketId">The ticket.</param>
/// <param name="AssignmentNo">The assignment.</param>
/// <param name="AgentId">The owner.</param>
/// <param name="OnHoldMs">How long this hold was, ms.</param>
public sealed record HoldEnded(string TicketId, int AssignmentNo, string AgentId, long OnHoldMs) : TicketFact(TicketId)
{
    /// <inheritdoc/>
    public override FactKind Kind => FactKind.HoldEnded;
}
