namespace Router.Engine.Queries;

/// <summary>A ticket that goes first.</summary>
/// <param name="TicketId">Its id.</param>
/// <param name="DueAt">Its place in the order, engine time in ms.</param>
/// <param name="Queue">Its queue.</param>
/// <param name="Channel">Its channel.</param>
public sealed record TicketAhead(string TicketId, long DueAt, string Queue, string Channel);
