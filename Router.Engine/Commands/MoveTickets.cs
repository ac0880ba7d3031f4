using Router.Engine.Events;

namespace Router.Engine.Commands;

/// <summary>A supervisor moves tickets that nobody has accepted to another queue.</summary>
/// <param name="TicketIds">Which, each once.</param>
/// <param name="SkipRefused">Those that cannot be changed are left as they are; otherwise one of these refuses all.</param>
/// <param name="Why">For the histories, or empty.</param>
/// <param name="By">Who does it.</param>
/// <param name="Queue">The queue.</param>
public sealed record MoveTickets(IReadOnlyList<string> TicketIds, bool SkipRefused, string Why, Actor? By, string Queue) : TicketMove(TicketIds, SkipRefused, Why, By);
