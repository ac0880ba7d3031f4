namespace Router.Server.Statistics;

/// <summary>What <see cref="RollingBook"/> keeps of one queue, channel and language.</summary>
/// <param name="queue">The queue it is a part of.</param>
internal sealed class RollingSeries(RollingQueue queue)
{
    /// <summary>The queue it is a part of.</summary>
    public RollingQueue Queue { get; } = queue;

    /// <summary>Its tallies of minutes and days.</summary>
    public List<(TallyKey Key, Tally Tally)> Tallies { get; } = [];

    /// <summary>What was worked out last.</summary>
    public RollingCounts Counts { get; set; } = new();

    /// <summary>Its tallies have changed since.</summary>
    public bool IsStale { get; set; }
}
