namespace Router.Server.Clock;

/// <summary>
/// Notices that the machine's clock was set, or that the machine slept, by comparing it with the time that has passed. Setting it back leaves the
/// server's clock as it was; what is skipped is told, so that nobody is blamed for time that did not pass. Not safe for use by many threads.
/// </summary>
/// <param name="clock">The server's clock.</param>
public sealed class ClockSteps(ServerClock clock)
{
    /// <summary>Steps of no more than this, in ms of real time, are not noticed: two clocks are never read at the same moment.</summary>
    public const long UnnoticedMs = 1_000;

    private readonly double _unnoticedShownMs = UnnoticedMs * clock.Speed;
    private long _at;
    private long _wallMs;
    private long _shownMs;

    /// <summary>Begins to compare.</summary>
    public void Begin() => (_wallMs, _shownMs, _at) = (WallMs, clock.NowMs, clock.Real.GetTimestamp());

    /// <summary>Compares with the last time.</summary>
    /// <returns>Server time that was skipped, ms; as a negative number the time by which the machine's clock was set back, which the server's
    /// clock was not; 0 for up to <see cref="UnnoticedMs"/>.</returns>
    public long Look()
    {
        var passed = clock.Real.GetElapsedTime(_at).TotalMilliseconds;
        var set = clock.FollowsTheWall ? WallMs - _wallMs - (long)passed : 0;
        var due = _shownMs + (long)(passed * clock.Speed);
        if (set < -UnnoticedMs)
        {
            clock.NotBefore(due);
        }
        else if (set > UnnoticedMs)
        {
            clock.NotAfter(due);
        }

        Begin();
        return set < -UnnoticedMs ? set : _shownMs - due > _unnoticedShownMs ? _shownMs - due : 0;
    }

    private long WallMs => clock.Real.GetUtcNow().ToUnixTimeMilliseconds();
}
