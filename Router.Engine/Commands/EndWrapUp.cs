namespace Router.Engine.Commands;

/// <summary>The owner is done before the time, with the disposition given before. Answered with the ticket's state.</summary>
/// <param name="AgentId">The owner.</param>
/// <param name="TicketId">The ticket.</param>
/// <param name="AssignmentNo">The assignment.</param>
public sealed record EndWrapUp(string AgentId, string TicketId, int AssignmentNo) : Command;
