using Router.Cli.Journals;
using Router.V1;

namespace Router.Cli.Check;

/// <summary>All that the checker knows.</summary>
/// <param name="Sights">What clients saw acknowledged.</param>
/// <param name="Tickets">Each ticket that was submitted as the server has it afterwards; null where it does not know it.</param>
/// <param name="Events">All events from the start, as they came.</param>
internal sealed record Evidence(IReadOnlyList<Sight> Sights, IReadOnlyDictionary<string, Ticket?> Tickets, IReadOnlyList<Event> Events);
