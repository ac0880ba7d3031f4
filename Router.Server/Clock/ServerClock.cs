using Microsoft.Extensions.Options;

namespace Router.Server.Clock;

/// <summary>
/// The server's time, which the engine and all figures follow. Leases, network time-outs and retention follow <see cref="Real"/> instead.
/// Safe for use by many threads.
/// </summary>
public sealed class ServerClock
{
    private readonly bool _isArtificial;
    private readonly double _startMs;
    private readonly long _origin;
    private long _shiftMs;

    /// <summary>Starts the clock.</summary>
    /// <param name="real">Real time.</param>
    /// <param name="options">When it begins and how fast it runs.</param>
    public ServerClock(TimeProvider real, IOptions<ClockOptions> options)
    {
        ArgumentNullException.ThrowIfNull(real);
        ArgumentNullException.ThrowIfNull(options);
        var settings = options.Value;
        var now = real.GetUtcNow();
        Real = real;
        Speed = settings.Speed;
        _isArtificial = settings.IsArtificial;
        _origin = real.GetTimestamp();
        _startMs = (settings.Start ?? now).ToUnixTimeMilliseconds() + ((now - (settings.Since ?? now)).TotalMilliseconds * Speed);
    }

    /// <summary>Real time, for whatever does not follow the server's clock.</summary>
    public TimeProvider Real { get; }

    /// <summary>Seconds of server time in one real second, 1 or more.</summary>
    public double Speed { get; }

    /// <summary>Server time, ms since 1970.</summary>
    public long NowMs => Volatile.Read(ref _shiftMs) + (_isArtificial
        ? (long)(_startMs + (Real.GetElapsedTime(_origin).TotalMilliseconds * Speed))
        : Real.GetUtcNow().ToUnixTimeMilliseconds());

    /// <summary>Real time from now until a moment of server time; zero when it has passed.</summary>
    /// <param name="serverMs">Server time, ms since 1970.</param>
    /// <returns>At most <see cref="TimeSpan.MaxValue"/>.</returns>
    public TimeSpan Until(long serverMs)
    {
        var now = NowMs;
        if (serverMs <= now)
        {
            return TimeSpan.Zero;
        }

        var milliseconds = (serverMs - now) / Speed;
        return milliseconds < TimeSpan.MaxValue.TotalMilliseconds / 2 ? TimeSpan.FromMilliseconds(milliseconds) : TimeSpan.MaxValue;
    }

    /// <summary>
    /// Moves the clock forward if it shows less than was saved before, by a faster clock or by another machine:
    /// time would stand still until it had caught up.
    /// </summary>
    /// <param name="serverMs">Server time, ms since 1970.</param>
    /// <returns>By how much it was moved, ms.</returns>
    public long NotBefore(long serverMs)
    {
        while (true)
        {
            var shift = Volatile.Read(ref _shiftMs);
            var behind = serverMs - NowMs;
            if (behind <= 0)
            {
                return 0;
            }

            if (Interlocked.CompareExchange(ref _shiftMs, shift + behind, shift) == shift)
            {
                return behind;
            }
        }
    }
}
