namespace Router.Server.Statistics;

/// <summary>What a tally is about.</summary>
/// <param name="Span">How long its time is.</param>
/// <param name="Start">When that begins, engine time in ms: a multiple of the span's length.</param>
/// <param name="Name">The queue; of an agent's hour the agent's id.</param>
/// <param name="Channel">The channel; of an agent's hour empty.</param>
/// <param name="Language">First language of the tickets, or empty; of an agent's hour the reason of the time away that it counts, or empty.</param>
public readonly record struct TallyKey(TallySpan Span, long Start, string Name, string Channel, string Language)
{
    /// <summary>Length of a minute, ms.</summary>
    public const long MinuteMs = 60_000;

    /// <summary>Length of an interval, ms: 15 minutes.</summary>
    public const long IntervalMs = 15 * MinuteMs;

    /// <summary>Length of an hour, ms.</summary>
    public const long HourMs = 60 * MinuteMs;

    /// <summary>Length of a day, ms.</summary>
    public const long DayMs = 24 * HourMs;

    /// <summary>How long the minutes are kept, ms: an hour, the minute that runs beside it.</summary>
    public const long MinutesKeptMs = HourMs + MinuteMs;

    /// <summary>When the span of a length that a time lies in begins.</summary>
    /// <param name="ms">The time, ms since 1970.</param>
    /// <param name="length">The length, ms.</param>
    public static long Floor(long ms, long length) => ms - (ms % length);

    /// <summary>The length of a span, ms.</summary>
    /// <param name="span">The span.</param>
    public static long LengthOf(TallySpan span) => span switch
    {
        TallySpan.Minute => MinuteMs,
        TallySpan.Interval => IntervalMs,
        TallySpan.Day => DayMs,
        _ => HourMs,
    };

    /// <summary>The same of the longer span that this one lies in.</summary>
    /// <param name="span">The longer one.</param>
    public TallyKey In(TallySpan span) => this with { Span = span, Start = Floor(Start, LengthOf(span)) };
}
