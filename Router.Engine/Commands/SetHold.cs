namespace Router.Engine.Commands;

/// <summary>The owner puts the customer on hold, or is back with him. Answered with the ticket's state.</summary>
/// <param name="AgentId">The owner.</param>
/// <param name="TicketId">The ticket.</param>
/// <param name="AssignmentNo">The assignment.</param>
/// <param name="OnHold">Whether the customer is on hold from now on.</param>
public sealed record SetHold(string AgentId, string TicketId, int AssignmentNo, bool OnHold) : Command;
