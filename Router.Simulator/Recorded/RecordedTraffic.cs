namespace Router.Simulator.Recorded;

/// <summary>What came, what became of it, and who was there.</summary>
/// <param name="Begin">From when on it is known, ms since 1970.</param>
/// <param name="End">Up to when, ms since 1970.</param>
/// <param name="Visits">In the order in which they entered.</param>
/// <param name="Agents">All who were there.</param>
public sealed record RecordedTraffic(long Begin, long End, IReadOnlyList<Visit> Visits, IReadOnlyList<RecordedAgent> Agents);
