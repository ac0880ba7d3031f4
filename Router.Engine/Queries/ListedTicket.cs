using Router.Engine.Records;

namespace Router.Engine.Queries;

/// <summary>A ticket of a page.</summary>
/// <param name="Record">The ticket.</param>
/// <param name="Waiting">Where it stands, or null when it does not wait.</param>
/// <param name="Place">Its place in the order of the list.</param>
public sealed record ListedTicket(TicketRecord Record, WaitingPlace? Waiting, ListPlace Place);
