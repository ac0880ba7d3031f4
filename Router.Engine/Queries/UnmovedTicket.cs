namespace Router.Engine.Queries;

/// <summary>A ticket that a supervisor's move left as it was.</summary>
/// <param name="TicketId">Its id.</param>
/// <param name="Refusal">Why.</param>
public sealed record UnmovedTicket(string TicketId, Outcome Refusal);
