using Router.Server.Statistics;

namespace Router.Server.Tests.Statistics;

/// <summary>Histograms: what a percentile says is near the truth, and adding up loses nothing.</summary>
public sealed class BucketTests
{
    [Theory]
    [InlineData(-5, 0)]
    [InlineData(0, 0)]
    [InlineData(99, 0)]
    [InlineData(100, 1)]
    [InlineData(109, 1)]
    [InlineData(110, 2)]
    [InlineData(120, 2)]
    [InlineData(121, 3)]
    [InlineData(long.MaxValue, Buckets.Count - 1)]
    public void Of_ATime_IsTheBucketThatItLiesIn(long ms, int bucket) => Assert.Equal(bucket, Buckets.Of(ms));

    [Fact]
    public void Middle_OfTheBucketOfAnyTime_IsAtMostFivePercentAway()
    {
        for (var ms = 100L; ms < 30 * TallyKey.DayMs; ms += 1 + (ms / 997))
        {
            Assert.InRange(Buckets.Middle(Buckets.Of(ms)) / ms, 1 / 1.05, 1.05);
        }
    }

    [Fact]
    public void Spread_OfManyTimes_IsNearTheSortedOnes()
    {
        var random = new Random(7);
        var times = Enumerable.Range(0, 5_000).Select(_ => (long)(-40_000 * Math.Log(1 - random.NextDouble()))).ToList();
        var tally = new Tally();
        times.ForEach(t => tally.Add(Measure.Wait, t));
        times.Sort();

        var spread = Spread.Of(tally, Measure.Wait);

        Assert.Equal((5_000, (long)Math.Round(times.Average())), (spread.Count, spread.Average));
        Assert.InRange(spread.P50 / (double)times[2_499], 1 / 1.05, 1.05);
        Assert.InRange(spread.P90 / (double)times[4_499], 1 / 1.05, 1.05);
        Assert.InRange(spread.P99 / (double)times[4_949], 1 / 1.05, 1.05);
    }

    [Fact]
    public void Spread_OfNothing_IsNothing() => Assert.Equal(new Spread(0, 0, 0, 0, 0), Spread.Of(new Tally(), Measure.Wait));

    [Fact]
    public void Add_OfTalliesInAnyOrder_GivesTheSame()
    {
        var random = new Random(3);
        var parts = Enumerable.Range(0, 20).Select(_ => Some(random)).ToList();
        var (forward, backward) = (new Tally(), new Tally());
        parts.ForEach(forward.Add);
        Enumerable.Reverse(parts).ToList().ForEach(backward.Add);

        Assert.Equal(Entries(forward), Entries(backward));
        Assert.Equal(parts.Sum(p => p[Figure.Entered]), forward[Figure.Entered]);
        Assert.Equal(parts.Max(p => p[Figure.LongestStretchMs]), forward[Figure.LongestStretchMs]);
        Assert.Equal(parts.Sum(p => Spread.Of(p, Measure.HandleTime).Count), Spread.Of(forward, Measure.HandleTime).Count);
    }

    private static Tally Some(Random random)
    {
        var tally = new Tally();
        for (var i = 0; i < 30; i++)
        {
            tally.Add((Figure)random.Next(1, 20), random.Next(100));
            tally.Add((Measure)random.Next(4), random.NextInt64(3_600_000));
        }

        tally.Add(Figure.LongestStretchMs, random.Next(100_000));
        return tally;
    }

    private static IEnumerable<(ushort, long)> Entries(Tally tally) => Enumerable.Range(0, tally.Count).Select(tally.Entry);
}
