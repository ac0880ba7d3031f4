namespace Router.Engine.Commands;

/// <summary>The owner asks another agent to join a ticket. Answered with the ticket's state.</summary>
/// <param name="AgentId">The owner.</param>
/// <param name="TicketId">The ticket.</param>
/// <param name="AssignmentNo">His assignment.</param>
/// <param name="Target">Whom: an agent, or who is free of a queue.</param>
/// <param name="Note">For him, or empty.</param>
public sealed record StartConsult(string AgentId, string TicketId, int AssignmentNo, HandoverTarget Target, string Note) : Command;
