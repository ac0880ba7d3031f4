using Router.Engine.Events;

namespace Router.Engine.Commands;

/// <summary>A supervisor changes tickets, all at once. Answered with <see cref="Queries.Moved"/>.</summary>
/// <param name="TicketIds">Which, each once.</param>
/// <param name="SkipRefused">Those that cannot be changed are left as they are; otherwise one of these refuses all.</param>
/// <param name="Why">For the histories, or empty.</param>
/// <param name="By">Who does it.</param>
public abstract record TicketMove(IReadOnlyList<string> TicketIds, bool SkipRefused, string Why, Actor? By) : Command;
