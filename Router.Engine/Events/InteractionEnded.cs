namespace Router.Engine.Events;

/// <summary>The agent and the customer are done with each other; wrap-up begins.</summary>
/// <param name="TicketId">The ticket.</param>
/// <param name="AssignmentNo">The assignment.</param>
/// <param name="AgentId">The agent.</param>
/// <param name="By">Who ended it.</param>
/// <param name="HandlingMs">How long they were at it, without hold, ms.</param>
/// <param name="OnHoldMs">How long the customer was on hold meanwhile, ms.</param>
/// <param name="WrapUpEndsAt">When wrap-up ends by itself, ms.</param>
public sealed record InteractionEnded(string TicketId, int AssignmentNo, string AgentId, EndedBy By, long HandlingMs, long OnHoldMs, long WrapUpEndsAt) : TicketFact(TicketId)
{
    /// <inheritdoc/>
    public override FactKind Kind => FactKind.InteractionEnded;
}
