using Google.Protobuf.WellKnownTypes;
using Router.Engine;
using Router.Policies.Shape;
using Router.Server.Statistics;

namespace Router.Server.Edge.Reports;

/// <summary>The time that statistics are asked for.</summary>
/// <param name="From">Its beginning, ms since 1970.</param>
/// <param name="Until">Its end, ms since 1970.</param>
/// <param name="Span">What it is made of: minutes, or a day, of a rolling one; else intervals, or hours of agents.</param>
internal sealed record StatisticsTime(long From, long Until, TallySpan Span)
{
    private const string Expected = "a time of at most 35 days back";

    /// <summary>The rolling ones, seconds: 5, 15 and 60 minutes, and 24 hours for since midnight.</summary>
    private static readonly int[] Rolling = [300, 900, 3_600, 86_400];

    /// <summary>The beginnings of its spans, in order.</summary>
    public IEnumerable<long> Starts
    {
        get
        {
            var length = TallyKey.LengthOf(Span);
            for (var start = From; start < Until; start += length)
            {
                yield return start;
            }
        }
    }

    /// <summary>Reads a rolling time.</summary>
    /// <param name="check">Takes the mistakes.</param>
    /// <param name="length">What came in.</param>
    /// <param name="now">The server's time, ms.</param>
    public static StatisticsTime ReadRolling(ref ShapeCheck check, Duration length, long now)
    {
        if (length.Nanos != 0 || !Rolling.Contains((int)Math.Clamp(length.Seconds, 0, int.MaxValue)))
        {
            check.Fail(Reason.OutOfRange, "rolling", $"is {length.Seconds} s and {length.Nanos} ns", "300 s, 900 s, 3600 s, or 86400 s for since midnight (UTC)");
            return new StatisticsTime(0, 0, TallySpan.Minute);
        }

        if (length.Seconds * 1_000 == TallyKey.DayMs)
        {
            var midnight = TallyKey.Floor(now, TallyKey.DayMs);
            return new StatisticsTime(midnight, now, TallySpan.Day);
        }

        return new StatisticsTime(TallyKey.Floor(now, TallyKey.MinuteMs) + TallyKey.MinuteMs - (length.Seconds * 1_000), now, TallySpan.Minute);
    }

    /// <summary>Reads a time between two others.</summary>
    /// <param name="check">Takes the mistakes.</param>
    /// <param name="from">Its beginning.</param>
    /// <param name="until">Its end; null is now.</param>
    /// <param name="now">The server's time, ms.</param>
    /// <param name="span">What it is made of: both are multiples of it.</param>
    public static StatisticsTime Read(ref ShapeCheck check, Timestamp? from, Timestamp? until, long now, TallySpan span)
    {
        var length = TallyKey.LengthOf(span);
        var end = TallyKey.Floor(now, length) + length;
        var first = Time(ref check, "from", from, length);
        var last = until is null ? end : Math.Min(end, Time(ref check, "until", until, length));
        var oldest = TallyKey.Floor(now, TallyKey.DayMs) - (long)Store.Lifetimes.Statistics.TotalMilliseconds;
        if (check.IsGood && (first < oldest || first >= last))
        {
            check.Fail(Reason.OutOfRange, "from", $"is {from}, with until {until?.ToString() ?? "absent"}", $"before until, and {Expected}");
        }

        return new StatisticsTime(first, last, span);
    }

    private static long Time(ref ShapeCheck check, string field, Timestamp? at, long length)
    {
        if (at is null || Times.ToMilliseconds(at) is not { } ms)
        {
            check.Fail(Reason.InvalidRequest, field, at is null ? "is missing" : "is no time", Expected);
            return 0;
        }

        if (ms % length != 0)
        {
            check.Fail(Reason.OutOfRange, field, $"is {at}", $"a multiple of {length / TallyKey.MinuteMs} minutes");
        }

        return ms;
    }
}
