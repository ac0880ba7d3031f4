namespace Router.Engine.Events;

/// <summary>An agent tried to call a customer back.</summary>
/// <param name="TicketId">The ticket.</param>
/// <param name="AssignmentNo">The assignment.</param>
/// <param name="AgentId">Who tried.</param>
/// <param name="Attempt">1 to 3.</param>
/// <param name="Result">What came of it, one of <see cref="Tickets.CallBackAttempt.Results"/>.</param>
/// <param name="NextAt">When it is tried again, ms, and nobody has it until then; 0 when it is not.</param>
/// <param name="HandlingMs">How long he had it, without hold, where it is tried again; else 0.</param>
/// <param name="OnHoldMs">The same of the time on hold.</param>
public sealed record CallBackAttempted(
    string TicketId, int AssignmentNo, string AgentId, int Attempt, string Result, long NextAt, long HandlingMs, long OnHoldMs) : TicketFact(TicketId)
{
    /// <inheritdoc/>
    public override FactKind Kind => FactKind.CallBackAttempted;
}
