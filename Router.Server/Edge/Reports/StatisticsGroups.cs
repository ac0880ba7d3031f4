using Router.Server.Statistics;

namespace Router.Server.Edge.Reports;

/// <summary>What rows are split by.</summary>
/// <param name="ByQueue">A row for each queue.</param>
/// <param name="ByChannel">For each channel.</param>
/// <param name="ByLanguage">For each language.</param>
/// <param name="ByInterval">For each 15 minutes.</param>
internal sealed record StatisticsGroups(bool ByQueue, bool ByChannel, bool ByLanguage, bool ByInterval)
{
    /// <summary>The row that a tally is added to: what it is not split by is empty.</summary>
    /// <param name="key">The tally's key.</param>
    public TallyKey KeyOf(TallyKey key) => new(
        TallySpan.Unspecified,
        ByInterval ? key.Start : 0,
        ByQueue ? key.Name : "",
        ByChannel ? key.Channel : "",
        ByLanguage ? key.Language : "");
}
