using Router.Engine.Tickets;

namespace Router.Engine.Queries;

/// <summary>Which open tickets are asked for.</summary>
/// <param name="Queue">Of this queue; empty for all.</param>
/// <param name="Channel">Of this channel; empty for all.</param>
/// <param name="States">In one of these states.</param>
/// <param name="After">Behind this place in the order; the default for the first page.</param>
/// <param name="Most">Most tickets of the page, at least 1.</param>
public sealed record TicketQuery(string Queue, string Channel, IReadOnlyCollection<TicketState> States, ListPlace After, int Most);
