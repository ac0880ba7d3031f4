using Router.Engine.Tickets;

namespace Router.Engine.Queries;

/// <summary>One queue, channel and language as it is now.</summary>
/// <param name="Queue">The queue.</param>
/// <param name="Channel">The channel.</param>
/// <param name="Language">First language of the tickets, or empty.</param>
/// <param name="Waiting">Tickets that wait and are offered to nobody.</param>
/// <param name="Offered">Tickets held for an agent.</param>
/// <param name="Assigned">Tickets that an agent handles.</param>
/// <param name="WrappingUp">Tickets in wrap-up.</param>
/// <param name="OldestEnteredAt">When the longest waiting one (offered or not) entered, engine time in ms; 0 when none waits.</param>
/// <param name="Agents">Agents who serve the queue in the language, are available or at work, and take the channel in this session.</param>
/// <param name="Registered">Agents whose profile serves the queue in the language, signed in or not.</param>
/// <param name="Free">Agents who serve the queue in the language and could be offered a ticket of it now: nothing in hand, and take the channel.</param>
/// <param name="Busy">Those who have a ticket in hand or an open offer.</param>
/// <param name="Away">The others who are signed in.</param>
/// <param name="Unroutable">Of those waiting: no registered profile could ever serve them.</param>
/// <param name="TargetSeconds">Seconds in which a regular ticket should be answered.</param>
/// <param name="Estimate">What a regular ticket would be told if it entered now; no wait while nobody waits and an agent is free.</param>
/// <param name="PromisesJudged">Promises judged since midnight (UTC): kept, or broken by now.</param>
/// <param name="PromisesKept">Of those, kept.</param>
public sealed record LiveRow(
    string Queue,
    string Channel,
    string Language,
    int Waiting,
    int Offered,
    int Assigned,
    int WrappingUp,
    long OldestEnteredAt,
    int Agents,
    int Registered,
    int Free,
    int Busy,
    int Away,
    int Unroutable,
    int TargetSeconds,
    Estimate Estimate,
    int PromisesJudged,
    int PromisesKept);
