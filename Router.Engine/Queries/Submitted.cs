using Router.Engine.Tickets;

namespace Router.Engine.Queries;

/// <summary>A ticket that was just submitted.</summary>
/// <param name="TicketId">Its id.</param>
/// <param name="State">Where it is; an idle agent may have been offered it already.</param>
/// <param name="CreatedAt">When it was submitted, engine time in ms.</param>
/// <param name="Place">Where it stands, or null when it does not wait.</param>
/// <param name="Unroutable">Whether no registered profile could ever serve it.</param>
public sealed record Submitted(string TicketId, TicketState State, long CreatedAt, WaitingPlace? Place, bool Unroutable);
