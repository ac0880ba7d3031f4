namespace Router.Engine.Commands;

/// <summary>The owner no longer asks another agent to take his ticket over.</summary>
/// <param name="AgentId">The owner.</param>
/// <param name="TicketId">The ticket.</param>
/// <param name="AssignmentNo">His assignment.</param>
public sealed record EndHandover(string AgentId, string TicketId, int AssignmentNo) : Command;
