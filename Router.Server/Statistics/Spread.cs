namespace Router.Server.Statistics;

/// <summary>How a time is spread over a number of tickets. Times in ms.</summary>
/// <param name="Count">How many there were.</param>
/// <param name="Average">Exact, rounded to whole ms.</param>
/// <param name="P50">Half of them took no longer; as exact as <see cref="Buckets"/> are.</param>
/// <param name="P90">Nine in ten, likewise.</param>
/// <param name="P99">99 in a hundred, likewise.</param>
public sealed record Spread(long Count, long Average, long P50, long P90, long P99)
{
    /// <summary>Reads a tally.</summary>
    /// <param name="tally">The tally.</param>
    /// <param name="measure">Which time of it.</param>
    /// <returns>All 0 where there was none.</returns>
    public static Spread Of(Tally tally, Measure measure)
    {
        ArgumentNullException.ThrowIfNull(tally);
        var histogram = tally.HistogramOf(measure).ToList();
        var count = histogram.Sum(h => h.Times);
        return count == 0
            ? new Spread(0, 0, 0, 0, 0)
            : new Spread(
                count,
                (long)Math.Round((double)tally.SumOf(measure) / count),
                Percentile(histogram, count, 0.50),
                Percentile(histogram, count, 0.90),
                Percentile(histogram, count, 0.99));
    }

    // The nearest rank: the smallest time that so many of all do not exceed.
    private static long Percentile(List<(int Bucket, long Times)> histogram, long count, double share)
    {
        var rank = Math.Max(1, (long)Math.Ceiling(share * count));
        foreach (var (bucket, times) in histogram)
        {
            rank -= times;
            if (rank <= 0)
            {
                return (long)Math.Round(Buckets.Middle(bucket));
            }
        }

        throw new InvalidOperationException("A rank lies within the count.");
    }
}
