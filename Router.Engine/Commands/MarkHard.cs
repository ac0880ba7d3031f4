namespace Router.Engine.Commands;

/// <summary>The owner says that a ticket was hard: a breather follows. Answered with the ticket's state.</summary>
/// <param name="AgentId">The owner.</param>
/// <param name="TicketId">The ticket.</param>
/// <param name="AssignmentNo">The assignment.</param>
public sealed record MarkHard(string AgentId, string TicketId, int AssignmentNo) : Command;
