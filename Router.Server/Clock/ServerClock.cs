using Microsoft.Extensions.Options;

namespace Router.Server.Clock;

/// <summary>
/// The server's time, which the engine and all figures follow. Leases, network time-outs and retention follow <see cref="Real"/> instead.
/// Safe for use by many threads.
/// </summary>
public sealed class ServerClock
{
    /// <summary>How much slower than real time the clock runs while it is ahead of the wall clock, until that has caught up: a tenth.</summary>
    public const double Patience = 0.1;

    private readonly bool _isArtificial;
    private readonly double _startMs;
    private readonly long _origin;
    private Lead _lead = new(0, 0);

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

    /// <summary>Whether it follows the machine's clock, which may be set.</summary>
    public bool FollowsTheWall => !_isArtificial;

    /// <summary>Server time, ms since 1970.</summary>
    public long NowMs => LeadMs(Volatile.Read(ref _lead)) + (_isArtificial
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
    /// Moves the clock forward if it shows less than it has to: than was saved before, by a faster clock or by another machine, or than it showed
    /// before the wall clock was set back. Time would stand still until it had caught up. A clock of real time then runs slower until the wall clock has.
    /// </summary>
    /// <param name="serverMs">Server time, ms since 1970.</param>
    /// <returns>By how much it was moved, ms.</returns>
    public long NotBefore(long serverMs)
    {
        while (true)
        {
            var lead = Volatile.Read(ref _lead);
            var behind = serverMs - NowMs;
            if (behind <= 0)
            {
                return 0;
            }

            if (TryMove(lead, behind))
            {
                return behind;
            }
        }
    }

    /// <summary>Moves the clock back to a time, as the wall clock was set forward, by no more than it is ahead of that.</summary>
    /// <param name="serverMs">Server time, ms since 1970.</param>
    public void NotAfter(long serverMs)
    {
        while (true)
        {
            var lead = Volatile.Read(ref _lead);
            var back = Math.Min(NowMs - serverMs, LeadMs(lead));
            if (back <= 0 || TryMove(lead, -back))
            {
                return;
            }
        }
    }

    private bool TryMove(Lead from, long byMs) =>
        Interlocked.CompareExchange(ref _lead, new Lead(LeadMs(from) + byMs, Real.GetTimestamp()), from) == from;

    private long LeadMs(Lead lead) => lead.Ms == 0 || _isArtificial
        ? lead.Ms
        : Math.Max(0, lead.Ms - (long)(Real.GetElapsedTime(lead.Since).TotalMilliseconds * Patience));

    /// <summary>How far the clock was ahead of what it is set by, ms, and when, as a timestamp of real time.</summary>
    private sealed record Lead(long Ms, long Since);
}
