using Google.Protobuf.WellKnownTypes;

namespace Router.Server.Edge.Wire;

/// <summary>Engine times (ms since 1970) and lengths (ms) on the wire.</summary>
internal static class Times
{
    private const long MillisecondsPerSecond = 1_000;
    private const int NanosecondsPerMillisecond = 1_000_000;

    /// <summary>A point in time.</summary>
    /// <param name="at">Engine time in ms.</param>
    public static Timestamp At(long at)
    {
        var (seconds, milliseconds) = Math.DivRem(at, MillisecondsPerSecond);
        return milliseconds < 0
            ? new Timestamp { Seconds = seconds - 1, Nanos = (int)(milliseconds + MillisecondsPerSecond) * NanosecondsPerMillisecond }
            : new Timestamp { Seconds = seconds, Nanos = (int)milliseconds * NanosecondsPerMillisecond };
    }

    /// <summary>A point in time, or nothing for 0, which is never.</summary>
    /// <param name="at">Engine time in ms, or 0.</param>
    public static Timestamp? AtOrNever(long at) => at == 0 ? null : At(at);

    /// <summary>A length of time.</summary>
    /// <param name="length">In ms.</param>
    public static Duration Length(long length) => new()
    {
        Seconds = length / MillisecondsPerSecond,
        Nanos = (int)(length % MillisecondsPerSecond) * NanosecondsPerMillisecond,
    };

    /// <summary>A length of time.</summary>
    /// <param name="seconds">In whole seconds.</param>
    public static Duration Seconds(long seconds) => new() { Seconds = seconds };

    /// <summary>A point in time in ms since 1970, or null when it is none: before the year 1 or past 9999. Parts of a millisecond are dropped.</summary>
    /// <param name="at">As it came in.</param>
    public static long? ToMilliseconds(Timestamp at)
    {
        const long first = -62_135_596_800; // The range of google.protobuf.Timestamp.
        const long last = 253_402_300_799;
        return at.Seconds is >= first and <= last && at.Nanos is >= 0 and < 1_000_000_000
            ? (at.Seconds * MillisecondsPerSecond) + (at.Nanos / NanosecondsPerMillisecond)
            : null;
    }

    /// <summary>A length in ms, or null when it is not one: parts of a millisecond, or seconds and nanoseconds that contradict.</summary>
    /// <param name="length">As it came in.</param>
    public static long? ToMilliseconds(Duration length)
    {
        const long most = 315_576_000_000; // The range of google.protobuf.Duration.
        var wellFormed = length.Seconds is >= -most and <= most
            && length.Nanos is > -1_000_000_000 and < 1_000_000_000
            && (length.Seconds == 0 || length.Nanos == 0 || Math.Sign(length.Seconds) == Math.Sign(length.Nanos))
            && length.Nanos % NanosecondsPerMillisecond == 0;
        return wellFormed ? (length.Seconds * MillisecondsPerSecond) + (length.Nanos / NanosecondsPerMillisecond) : null;
    }
}
