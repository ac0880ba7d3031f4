namespace Router.Server.Statistics;

/// <summary>What a batch writes of the statistics, so that they are exactly those of the batches that were saved.</summary>
/// <param name="Counted">What the batch's facts add.</param>
/// <param name="Folded">
/// The tallies that changed since the last time this was not null, without this batch: they take the place of what was counted in between.
/// </param>
public sealed record StatisticsWrite(IReadOnlyList<CountedTally> Counted, IReadOnlyList<CountedTally>? Folded);
