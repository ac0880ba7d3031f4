namespace Router.Engine.Events;

/// <summary>The owner put the customer on hold.</summary>
/// <param name="TicketId">The ticket.</param>
/// <param name="AssignmentNo">The assignment.</param>
/// <param name="AgentId">The owner.</param>
public sealed record HoldStarted(string TicketId, int AssignmentNo, string AgentId) : TicketFact(TicketId)
{
    /// <inheritdoc/>
    public override FactKind Kind => FactKind.HoldStarted;
}
