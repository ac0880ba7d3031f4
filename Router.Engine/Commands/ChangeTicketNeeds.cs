using Router.Engine.Events;
using Router.Engine.Tickets;

namespace Router.Engine.Commands;

/// <summary>A supervisor changes what tickets that nobody has accepted ask for.</summary>
/// <param name="TicketIds">Which, each once.</param>
/// <param name="SkipRefused">Those that cannot be changed are left as they are; otherwise one of these refuses all.</param>
/// <param name="Why">For the histories, or empty.</param>
/// <param name="By">Who does it.</param>
/// <param name="Languages">Acceptable languages, best first.</param>
/// <param name="Skills">All the skills asked for.</param>
public sealed record ChangeTicketNeeds(IReadOnlyList<string> TicketIds, bool SkipRefused, string Why, Actor? By, IReadOnlyList<LanguageNeed> Languages, IReadOnlyList<SkillNeed> Skills) : TicketMove(TicketIds, SkipRefused, Why, By);
