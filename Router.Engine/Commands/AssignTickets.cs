using Router.Engine.Events;

namespace Router.Engine.Commands;

/// <summary>A supervisor gives waiting tickets to an agent, at once and whatever he is asked for.</summary>
/// <param name="TicketIds">Which, each once.</param>
/// <param name="SkipRefused">Those that cannot be changed are left as they are; otherwise one of these refuses all.</param>
/// <param name="Why">For the histories, or empty.</param>
/// <param name="By">Who does it.</param>
/// <param name="AgentId">To whom.</param>
/// <param name="PastCapacity">Also past his capacity.</param>
public sealed record AssignTickets(IReadOnlyList<string> TicketIds, bool SkipRefused, string Why, Actor? By, string AgentId, bool PastCapacity) : TicketMove(TicketIds, SkipRefused, Why, By);
