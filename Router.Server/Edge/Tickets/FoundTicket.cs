using Router.Engine.Queries;
using Router.Engine.Records;

namespace Router.Server.Edge.Tickets;

/// <summary>A ticket as it is now.</summary>
/// <param name="Record">The ticket.</param>
/// <param name="Place">Where it stands, or null when it does not wait.</param>
internal sealed record FoundTicket(TicketRecord Record, WaitingPlace? Place);
