namespace Router.Engine.Commands;

/// <summary>The owner hands a ticket over. Answered with the ticket's state.</summary>
/// <param name="AgentId">The owner.</param>
/// <param name="TicketId">The ticket.</param>
/// <param name="AssignmentNo">The assignment.</param>
/// <param name="Target">Where to.</param>
/// <param name="Note">For whoever takes it, or empty.</param>
/// <param name="IsWarm">Whether he keeps it until the agent of the target has taken it over.</param>
public sealed record Transfer(string AgentId, string TicketId, int AssignmentNo, HandoverTarget Target, string Note, bool IsWarm = false) : Command;
