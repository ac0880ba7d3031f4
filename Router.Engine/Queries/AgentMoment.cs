using Router.Engine.Agents;

namespace Router.Engine.Queries;

/// <summary>What an agent does now. Times are engine time, ms since 1970; 0 is never.</summary>
/// <param name="Presence">What he chose.</param>
/// <param name="Reason">Why he is away, or empty.</param>
/// <param name="PresenceSince">Since when.</param>
/// <param name="Activity">What he does; <see cref="Activity.Unspecified"/> when he is not signed in and has nothing in hand.</param>
/// <param name="ActivitySince">Since when.</param>
public readonly record struct AgentMoment(Presence Presence, string Reason, long PresenceSince, Activity Activity, long ActivitySince);
