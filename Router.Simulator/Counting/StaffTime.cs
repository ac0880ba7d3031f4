namespace Router.Simulator.Counting;

/// <summary>A stretch of time in which an agent was there or had work in hand.</summary>
/// <param name="AgentId">The agent.</param>
/// <param name="Begin">From when, ms since 1970.</param>
/// <param name="End">Until when, ms since 1970.</param>
/// <param name="IsThere">Whether he took work.</param>
/// <param name="IsBusy">Whether he had work in hand.</param>
public readonly record struct StaffTime(string AgentId, long Begin, long End, bool IsThere, bool IsBusy);
