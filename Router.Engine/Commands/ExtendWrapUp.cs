namespace Router.Engine.Commands;

/// <summary>The owner takes more time for wrap-up, once in an assignment. Answered with the ticket's state.</summary>
/// <param name="AgentId">The owner.</param>
/// <param name="TicketId">The ticket.</param>
/// <param name="AssignmentNo">The assignment.</param>
public sealed record ExtendWrapUp(string AgentId, string TicketId, int AssignmentNo) : Command;
