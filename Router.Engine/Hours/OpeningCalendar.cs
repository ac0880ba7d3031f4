using Router.Engine.Policies;

namespace Router.Engine.Hours;

/// <summary>
/// The openings of a queue as spans of time, worked out a few weeks at once. A moment is open when the zone's clocks then show
/// an opening's local time: what clocks skip is not there, and what they show twice is open twice. Not for use by two threads at once.
/// </summary>
/// <param name="hours">The queue's.</param>
public sealed class OpeningCalendar(OpeningHours hours)
{
    /// <summary>No opening is ahead.</summary>
    public const long Never = long.MaxValue;

    private const long MinuteMs = 60_000;
    private const long ChunkMs = 32 * TimeSpan.MillisecondsPerDay;

    /// <summary>How far ahead an opening is looked for, four years, as one on February 29 may be the only one.</summary>
    private const int MostChunks = 48;

    private static readonly int DayOf1970 = new DateOnly(1970, 1, 1).DayNumber;

    private readonly ILookup<int, DayOpening> _days = hours.Days.OrderBy(d => d.OpensMinute).ToLookup(d => d.Day);
    private readonly ILookup<int, WeeklyOpening> _week = hours.Week.OrderBy(w => w.OpensMinute).ToLookup(w => w.Weekday);
    private List<(long From, long To)> _spans = [];
    private long _chunk = long.MinValue;

    /// <summary>What becomes of tickets that come while it is closed.</summary>
    public OverflowRule WhenClosed => hours.WhenClosed;

    /// <summary>The time itself when it is open then, else the next opening, or <see cref="Never"/>.</summary>
    /// <param name="now">The time, ms since 1970.</param>
    /// <returns>Ms since 1970.</returns>
    public long OpensAt(long now)
    {
        var first = ChunkOf(now);
        for (var chunk = first; chunk < first + MostChunks; chunk++)
        {
            foreach (var (from, to) in SpansOf(chunk))
            {
                if (to > now)
                {
                    return Math.Max(from, now);
                }
            }
        }

        return Never;
    }

    /// <summary>When the opening ends in which a time lies, or the weeks end that are worked out with it; the time itself when it is closed then.</summary>
    /// <param name="now">The time, ms since 1970.</param>
    /// <returns>Ms since 1970.</returns>
    public long ClosesAt(long now)
    {
        foreach (var (from, to) in SpansOf(ChunkOf(now)))
        {
            if (from <= now && now < to)
            {
                return to;
            }
        }

        return now;
    }

    /// <summary>When so many ms of open hours have passed since a time; where no opening is ahead all hours count.</summary>
    /// <param name="now">The time, ms since 1970.</param>
    /// <param name="openMs">How many.</param>
    /// <returns>Ms since 1970.</returns>
    public long After(long now, long openMs)
    {
        var first = ChunkOf(now);
        for (var chunk = first; chunk < first + MostChunks; chunk++)
        {
            foreach (var (from, to) in SpansOf(chunk))
            {
                var begin = Math.Max(from, now);
                if (to - begin >= openMs)
                {
                    return begin + openMs;
                }

                if (to > begin)
                {
                    openMs -= to - begin;
                    now = to;
                }
            }
        }

        return now + openMs;
    }

    /// <summary>How much of a time is open, ms.</summary>
    /// <param name="from">Its beginning, ms since 1970.</param>
    /// <param name="until">Its end, ms since 1970.</param>
    public long OpenBetween(long from, long until)
    {
        var open = 0L;
        for (var chunk = ChunkOf(from); chunk <= ChunkOf(until); chunk++)
        {
            foreach (var (opens, closes) in SpansOf(chunk))
            {
                open += Math.Max(0, Math.Min(closes, until) - Math.Max(opens, from));
            }
        }

        return open;
    }

    private static long ChunkOf(long ms) => (long)Math.Floor((double)ms / ChunkMs);

    private List<(long From, long To)> SpansOf(long chunk)
    {
        if (chunk != _chunk)
        {
            _spans = SpansIn(chunk * ChunkMs, (chunk + 1) * ChunkMs);
            _chunk = chunk;
        }

        return _spans;
    }

    private List<(long From, long To)> SpansIn(long begin, long end)
    {
        var spans = new List<(long From, long To)>();
        for (var i = 0; i < hours.Zone.Count; i++)
        {
            var from = i == 0 ? begin : Math.Max(begin, hours.Zone[i].FromMs);
            var to = i + 1 < hours.Zone.Count ? Math.Min(end, hours.Zone[i + 1].FromMs) : end;
            if (from < to)
            {
                AddSpans(spans, from, to, hours.Zone[i].OffsetMinutes * MinuteMs);
            }
        }

        return spans;
    }

    /// <summary>Those of a time in which the clocks stay at one offset.</summary>
    private void AddSpans(List<(long From, long To)> spans, long begin, long end, long offset)
    {
        for (var day = (int)Math.Floor((double)(begin + offset) / TimeSpan.MillisecondsPerDay); (day * TimeSpan.MillisecondsPerDay) - offset < end; day++)
        {
            var midnight = (day * TimeSpan.MillisecondsPerDay) - offset;
            foreach (var (opens, closes) in OpeningsOf(day + DayOf1970))
            {
                var from = Math.Max(begin, midnight + (opens * MinuteMs));
                var to = Math.Min(end, midnight + (closes * MinuteMs));
                if (from < to)
                {
                    spans.Add((from, to));
                }
            }
        }
    }

    private IEnumerable<(int Opens, int Closes)> OpeningsOf(int day) => _days.Contains(day)
        ? _days[day].Select(d => (d.OpensMinute, d.ClosesMinute))
        : _week[WeekdayOf(day)].Select(w => (w.OpensMinute, w.ClosesMinute));

    private static int WeekdayOf(int day) => DateOnly.FromDayNumber(day).DayOfWeek is var weekday && weekday == DayOfWeek.Sunday ? 7 : (int)weekday;
}
