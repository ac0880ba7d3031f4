using Router.Server.Statistics;

namespace Router.Server.Live;

/// <summary>The counts that the live view shows, worked out anew once a second at most: they stand in thousands of tallies.</summary>
/// <param name="real">Real time.</param>
internal sealed class LiveStatistics(TimeProvider real)
{
    private static readonly TimeSpan KeptFor = TimeSpan.FromSeconds(1);

    private Dictionary<(string Queue, string Channel, string Language), RollingCounts> _counts = [];
    private long _readAt;
    private bool _isRead;

    /// <summary>The counts by queue, channel and language; of a whole queue under an empty channel and language.</summary>
    /// <param name="book">The statistics.</param>
    /// <param name="now">Engine time, ms.</param>
    public IReadOnlyDictionary<(string Queue, string Channel, string Language), RollingCounts> Of(TallyBook book, long now)
    {
        if (!_isRead || real.GetElapsedTime(_readAt) >= KeptFor)
        {
            _counts = RollingCounts.Of(book, now);
            (_isRead, _readAt) = (true, real.GetTimestamp());
        }

        return _counts;
    }
}
