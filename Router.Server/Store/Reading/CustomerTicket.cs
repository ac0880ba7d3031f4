namespace Router.Server.Store.Reading;

/// <summary>One of the last tickets of a customer.</summary>
/// <param name="TicketId">The ticket.</param>
/// <param name="AgentId">Who served it, or empty.</param>
/// <param name="Language">The first language it asked for, or empty.</param>
/// <param name="ClosedAt">When it was closed, engine time in ms.</param>
public sealed record CustomerTicket(string TicketId, string AgentId, string Language, long ClosedAt);
