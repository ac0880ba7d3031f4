using Router.Engine.Records;

namespace Router.Engine.Queries;

/// <summary>Why an open ticket is where it is, as numbers from which a sentence can be told.</summary>
/// <param name="Ticket">The ticket.</param>
/// <param name="Place">Where it stands, or null when it does not wait.</param>
/// <param name="Now">As of when, engine time in ms.</param>
/// <param name="Steps">Its steps, passed, open and to come.</param>
/// <param name="Ahead">Queued tickets that go first, at most ten, in order.</param>
/// <param name="AheadCount">How many in all.</param>
/// <param name="Agent">What keeps the named agent from it; null without one.</param>
public sealed record Explanation(
    TicketRecord Ticket,
    WaitingPlace? Place,
    long Now,
    IReadOnlyList<StepStaffing> Steps,
    IReadOnlyList<TicketAhead> Ahead,
    int AheadCount,
    AgentStanding? Agent);
