namespace Router.Engine.Commands;

/// <summary>An agent tried to call a customer back. Answered with the ticket's state.</summary>
/// <param name="AgentId">The agent.</param>
/// <param name="TicketId">The ticket.</param>
/// <param name="AssignmentNo">The assignment's number.</param>
/// <param name="Result">One of <see cref="Tickets.CallBackAttempt.Results"/>.</param>
public sealed record ReportCallBack(string AgentId, string TicketId, int AssignmentNo, string Result) : Command;
