namespace Router.Server.Statistics;

/// <summary>What is read of the statistics when a workspace is loaded; all else is read when it is needed.</summary>
/// <param name="Folded">The tallies of the last hour's minutes and of the running day.</param>
/// <param name="Counted">What was counted since they were last folded.</param>
public sealed record LoadedStatistics(IReadOnlyList<CountedTally> Folded, IReadOnlyList<CountedTally> Counted)
{
    /// <summary>Nothing was counted yet.</summary>
    public static readonly LoadedStatistics None = new([], []);
}
