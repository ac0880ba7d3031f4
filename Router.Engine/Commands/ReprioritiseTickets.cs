using Router.Engine.Events;

namespace Router.Engine.Commands;

/// <summary>A supervisor gives tickets that nobody has accepted another priority.</summary>
/// <param name="TicketIds">Which, each once.</param>
/// <param name="SkipRefused">Those that cannot be changed are left as they are; otherwise one of these refuses all.</param>
/// <param name="Why">For the histories, or empty.</param>
/// <param name="By">Who does it.</param>
/// <param name="Priority">0 to 9.</param>
public sealed record ReprioritiseTickets(IReadOnlyList<string> TicketIds, bool SkipRefused, string Why, Actor? By, int Priority) : TicketMove(TicketIds, SkipRefused, Why, By);
