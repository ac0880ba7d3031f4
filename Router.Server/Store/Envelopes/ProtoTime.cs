using Google.Protobuf.WellKnownTypes;
using Router.Server.Store.Commits;

namespace Router.Server.Store.Envelopes;

/// <summary>Engine times as the contract has them.</summary>
public static class ProtoTime
{
    private const int NanosPerMs = 1_000_000;

    /// <summary>A time, or null where there is none.</summary>
    /// <param name="ms">Ms since 1970; 0 is never.</param>
    public static Timestamp? TimeOrNone(long ms) => ms == 0 ? null : Time(ms);

    /// <summary>A time.</summary>
    /// <param name="ms">Ms since 1970, 0 or above.</param>
    public static Timestamp Time(long ms) => new() { Seconds = ms / 1_000, Nanos = (int)(ms % 1_000) * NanosPerMs };

    /// <summary>A length of time.</summary>
    /// <param name="ms">In ms.</param>
    public static Duration Length(long ms) => new() { Seconds = ms / 1_000, Nanos = (int)(ms % 1_000) * NanosPerMs };

    /// <summary>A length of time.</summary>
    /// <param name="seconds">In whole seconds.</param>
    public static Duration Seconds(long seconds) => new() { Seconds = seconds };

    /// <summary>Writes a time or a length, whose messages have the same fields.</summary>
    /// <param name="fields">The message's fields.</param>
    /// <param name="ms">ms since 1970, or the length in ms.</param>
    internal static void Write(FieldWriter fields, long ms)
    {
        fields.Number(Timestamp.SecondsFieldNumber, ms / 1_000);
        fields.Number(Timestamp.NanosFieldNumber, ms % 1_000 * NanosPerMs);
    }
}
