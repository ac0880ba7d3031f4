namespace Router.Engine.Tickets;

/// <summary>One message of a ticket's conversation.</summary>
/// <param name="TicketId">The ticket.</param>
/// <param name="Number">Counts from 1 within the ticket, without gaps.</param>
/// <param name="Sender">Who wrote it.</param>
/// <param name="AgentId">The agent when he wrote it, else empty.</param>
/// <param name="Text">Its words.</param>
/// <param name="At">Engine time, ms since 1970.</param>
public sealed record Message(string TicketId, int Number, MessageSender Sender, string AgentId, MessageText Text, long At);
