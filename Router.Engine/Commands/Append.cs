using Router.Engine.Tickets;

namespace Router.Engine.Commands;

/// <summary>A message for a ticket's conversation. Answered with the <see cref="Message"/>.</summary>
/// <param name="TicketId">The ticket.</param>
/// <param name="AgentId">The owner when he writes, or null when the customer does.</param>
/// <param name="AssignmentNo">The owner's assignment, or 0 when the customer writes.</param>
/// <param name="Text">Its words; size already checked.</param>
public sealed record Append(string TicketId, string? AgentId, int AssignmentNo, MessageText Text) : Command;
