namespace Router.Simulator.Counting;

/// <summary>Which interval a time is in.</summary>
/// <param name="from">When the first begins, ms since 1970.</param>
/// <param name="count">How many there are.</param>
/// <param name="isOneDay">Whether days are added up: then only the time of the day counts, and there are as many as a day has.</param>
internal sealed class Spans(long from, int count, bool isOneDay)
{
    /// <summary>Intervals of a day.</summary>
    public const int OfADay = (int)(TimeSpan.MillisecondsPerDay / RunFigures.IntervalMs);

    /// <summary>The interval of a time, or -1 for one outside.</summary>
    /// <param name="at">The time, ms since 1970.</param>
    public int Of(long at)
    {
        var interval = isOneDay ? at % TimeSpan.MillisecondsPerDay / RunFigures.IntervalMs : (long)Math.Floor((double)(at - from) / RunFigures.IntervalMs);
        return interval >= 0 && interval < count ? (int)interval : -1;
    }

    /// <summary>Gives each interval its part of a stretch of time.</summary>
    /// <param name="begin">When it begins, ms since 1970.</param>
    /// <param name="end">When it ends.</param>
    /// <param name="add">Takes the interval and its part in ms.</param>
    public void Spread(long begin, long end, Action<int, long> add)
    {
        begin = isOneDay ? begin : Math.Max(begin, from);
        while (begin < end)
        {
            var next = Math.Min(end, begin - ((begin - from) % RunFigures.IntervalMs) + RunFigures.IntervalMs);
            if (Of(begin) is >= 0 and var interval)
            {
                add(interval, next - begin);
            }

            begin = next;
        }
    }
}
