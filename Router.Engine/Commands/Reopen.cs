using Router.Engine.Events;
using Router.Engine.Records;

namespace Router.Engine.Commands;

/// <summary>
/// A completed ticket goes back to its queue. The engine forgets closed tickets: whoever asks reads it from the store, and nobody else may reopen it
/// meanwhile. Answered with <see cref="Queries.Submitted"/>.
/// </summary>
/// <param name="Ticket">The ticket as it was found, open or closed.</param>
/// <param name="Note">For the history, or empty.</param>
/// <param name="By">Who asks, or null where it is not known.</param>
public sealed record Reopen(TicketRecord Ticket, string Note, Actor? By = null) : Command;
