using Google.Protobuf.WellKnownTypes;

namespace Router.Policies.Shape;

/// <summary>Reads times and lengths of the wire as engine times (ms since 1970) and lengths (ms).</summary>
public static class Times
{
    private const long MillisecondsPerSecond = 1_000;
    private const int NanosecondsPerMillisecond = 1_000_000;

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
