namespace Router.Engine.Events;

/// <summary>The owner took more time for wrap-up.</summary>
/// <param name="TicketId">The ticket.</param>
/// <param name="AssignmentNo">The assignment.</param>
/// <param name="AgentId">The owner.</param>
/// <param name="WrapUpEndsAt">When wrap-up ends by itself now, ms.</param>
public sealed record WrapUpExtended(string TicketId, int AssignmentNo, string AgentId, long WrapUpEndsAt) : TicketFact(TicketId)
{
    /// <inheritdoc/>
    public override FactKind Kind => FactKind.WrapUpExtended;
}
