namespace Router.Engine.Events;

/// <summary>A ticket was hard work.</summary>
/// <param name="TicketId">The ticket.</param>
/// <param name="AssignmentNo">The assignment.</param>
/// <param name="AgentId">The owner.</param>
/// <param name="ByLength">By how long it took, and not by the owner's word.</param>
public sealed record TicketMarkedHard(string TicketId, int AssignmentNo, string AgentId, bool ByLength) : TicketFact(TicketId)
{
    /// <inheritdoc/>
    public override FactKind Kind => FactKind.TicketMarkedHard;
}
