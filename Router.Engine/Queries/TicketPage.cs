namespace Router.Engine.Queries;

/// <summary>Some of the tickets that were asked for.</summary>
/// <param name="Tickets">In order.</param>
/// <param name="Total">How many there are on all pages.</param>
public sealed record TicketPage(IReadOnlyList<ListedTicket> Tickets, int Total);
