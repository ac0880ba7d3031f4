using Google.Protobuf.WellKnownTypes;

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
}
