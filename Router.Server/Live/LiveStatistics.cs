using Router.Server.Statistics;

namespace Router.Server.Live;

/// <summary>The counts that the live view shows, worked out anew once a second at most: each of them that has changed is told.</summary>
/// <param name="real">Real time.</param>
internal sealed class LiveStatistics(TimeProvider real)
{
    private static readonly TimeSpan KeptFor = TimeSpan.FromSeconds(1);

    private TallyBook? _book;
    private RollingBook? _counts;
    private long _readAt;

    /// <summary>The counts.</summary>
    /// <param name="book">The statistics.</param>
    /// <param name="now">Engine time, ms.</param>
    public RollingBook Of(TallyBook book, long now)
    {
        if (_counts is null || _book != book || real.GetElapsedTime(_readAt) >= KeptFor)
        {
            (_book, _counts, _readAt) = (book, book.Rolling(now), real.GetTimestamp());
        }

        return _counts;
    }
}
