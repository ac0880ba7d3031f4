namespace Router.Server.Statistics;

/// <summary>
/// The buckets of every histogram: fixed, so that histograms of any queues and times can be added up. The first is below 100 ms; each of the
/// others reaches to 1.1 times its beginning. What a percentile says is the geometric middle of its bucket, at most √1.1 - 1 = 4.9 % away
/// from the true value, or at most 50 ms in the first one.
/// </summary>
public static class Buckets
{
    /// <summary>How many there are: the last begins at about 44 days and has no end.</summary>
    public const int Count = 185;

    private const double FirstEndMs = 100;
    private const double Growth = 1.1;

    // A whole number that comes out a hair too large is still that number.
    private const double Hair = 1e-6;

    private static readonly long[] Begins =
        [0, .. Enumerable.Range(0, Count - 1).Select(i => (long)Math.Ceiling((FirstEndMs * Math.Pow(Growth, i)) - Hair))];

    /// <summary>The bucket of a time.</summary>
    /// <param name="ms">The time; below 0 counts as 0.</param>
    public static int Of(long ms)
    {
        var found = Array.BinarySearch(Begins, Math.Max(0, ms));
        return found >= 0 ? found : ~found - 1;
    }

    /// <summary>The time that stands for a bucket, ms.</summary>
    /// <param name="bucket">0 to <see cref="Count"/> - 1.</param>
    public static double Middle(int bucket) =>
        bucket == 0 ? FirstEndMs / 2 : FirstEndMs * Math.Pow(Growth, bucket - 0.5);
}
