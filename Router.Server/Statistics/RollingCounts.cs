namespace Router.Server.Statistics;

/// <summary>The counts of a queue, or of a part of it, in the times that screens show. They do not change: later ones are others.</summary>
public sealed class RollingCounts
{
    /// <summary>How many points <see cref="Series"/> has.</summary>
    public const int Points = 12;

    /// <summary>How long the time of a point is, ms: five minutes.</summary>
    public const long PointMs = 5 * TallyKey.MinuteMs;

    private readonly int[] _series = new int[Points];

    /// <summary>The running minute and the four before it.</summary>
    public WindowCounts Last5 { get; private set; }

    /// <summary>The running minute and the fourteen before it.</summary>
    public WindowCounts Last15 { get; private set; }

    /// <summary>The running minute and the fifty-nine before it.</summary>
    public WindowCounts Last60 { get; private set; }

    /// <summary>Since midnight (UTC).</summary>
    public WindowCounts Today { get; private set; }

    /// <summary>How many tickets entered in each five minutes of the clock, the running ones last.</summary>
    public IReadOnlyList<int> Series => _series;

    /// <summary>The counts of one queue, channel and language.</summary>
    /// <param name="tallies">Its tallies of minutes and days.</param>
    /// <param name="now">Engine time, ms.</param>
    internal static RollingCounts Of(IEnumerable<(TallyKey Key, Tally Tally)> tallies, long now)
    {
        var counts = new RollingCounts();
        foreach (var (key, tally) in tallies)
        {
            counts.Add(key, tally, now);
        }

        return counts;
    }

    /// <summary>The counts of parts, taken together.</summary>
    /// <param name="parts">The parts, all of one moment.</param>
    internal static RollingCounts Sum(IEnumerable<RollingCounts> parts)
    {
        var sum = new RollingCounts();
        foreach (var part in parts)
        {
            sum.Last5 = sum.Last5.With(part.Last5);
            sum.Last15 = sum.Last15.With(part.Last15);
            sum.Last60 = sum.Last60.With(part.Last60);
            sum.Today = sum.Today.With(part.Today);
            for (var point = 0; point < Points; point++)
            {
                sum._series[point] += part._series[point];
            }
        }

        return sum;
    }

    private void Add(TallyKey key, Tally tally, long now)
    {
        if (key.Span == TallySpan.Day)
        {
            Today = key.Start == TallyKey.Floor(now, TallyKey.DayMs) ? Today.With(WindowCounts.Of(tally)) : Today;
            return;
        }

        var age = (TallyKey.Floor(now, TallyKey.MinuteMs) - key.Start) / TallyKey.MinuteMs;
        if (age is < 0 or >= 60)
        {
            return;
        }

        var counts = WindowCounts.Of(tally);
        Last60 = Last60.With(counts);
        Last15 = age < 15 ? Last15.With(counts) : Last15;
        Last5 = age < 5 ? Last5.With(counts) : Last5;
        var point = Points - 1 - ((TallyKey.Floor(now, PointMs) - TallyKey.Floor(key.Start, PointMs)) / PointMs);
        if (point >= 0)
        {
            _series[point] += (int)counts.Entered;
        }
    }
}
