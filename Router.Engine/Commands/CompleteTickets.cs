using Router.Engine.Events;

namespace Router.Engine.Commands;

/// <summary>A supervisor completes tickets that agents have in hand.</summary>
/// <param name="TicketIds">Which, each once.</param>
/// <param name="SkipRefused">Those that cannot be changed are left as they are; otherwise one of these refuses all.</param>
/// <param name="Why">For the histories, or empty.</param>
/// <param name="By">Who does it.</param>
/// <param name="Disposition">A code of their queues, or empty for what was given, else none.</param>
public sealed record CompleteTickets(IReadOnlyList<string> TicketIds, bool SkipRefused, string Why, Actor? By, string Disposition) : TicketMove(TicketIds, SkipRefused, Why, By);
