namespace Router.AgentClient.Connection;

/// <summary>
/// The server's clock as seen from here. All times of the contract are the server's, which may run faster than real time; a countdown on a screen is
/// <see cref="Until"/>.
/// </summary>
public sealed class ServerTime
{
    private readonly TimeProvider _time;
    private readonly long _seenAt;
    private readonly DateTimeOffset _shownThen;

    private ServerTime(TimeProvider time, DateTimeOffset shownThen, long seenAt, double speed)
    {
        _time = time;
        _shownThen = shownThen;
        _seenAt = seenAt;
        Speed = speed;
    }

    /// <summary>Seconds of server time in one real second, over 0; 1 = real time.</summary>
    public double Speed { get; }

    /// <summary>The server's time now.</summary>
    public DateTimeOffset Now => _shownThen + (_time.GetElapsedTime(_seenAt) * Speed);

    /// <summary>Real time from now until a moment of server time; zero when it has passed.</summary>
    /// <param name="moment">Server time.</param>
    public TimeSpan Until(DateTimeOffset moment)
    {
        var left = (moment - Now) / Speed;
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }

    /// <summary>A clock set by the first answer of a server.</summary>
    /// <param name="time">Real time.</param>
    /// <param name="shown">What the server's clock showed.</param>
    /// <param name="askedAt">Timestamp of <paramref name="time"/> when it was asked; the answer came just now.</param>
    /// <param name="speed">How fast it runs; 0 (a server that does not say) counts as 1.</param>
    public static ServerTime FirstSeen(TimeProvider time, DateTimeOffset shown, long askedAt, double speed)
    {
        ArgumentNullException.ThrowIfNull(time);
        var rate = speed > 0 ? speed : 1;
        return new ServerTime(time, shown + (time.GetElapsedTime(askedAt) * rate / 2), time.GetTimestamp(), rate);
    }

    /// <summary>
    /// The same clock after a further answer. When the server wrote the answer is known no better than the time it travelled, so the clock is moved only
    /// where the answer proves it wrong, and then by no more than that: a slow answer does not make countdowns jump.
    /// </summary>
    /// <param name="shown">What the server's clock showed.</param>
    /// <param name="askedAt">Timestamp when it was asked; the answer came just now.</param>
    public ServerTime SeenAgain(DateTimeOffset shown, long askedAt)
    {
        var latest = shown + (_time.GetElapsedTime(askedAt) * Speed);
        var now = Now;
        var right = now < shown ? shown : now > latest ? latest : now;
        return right == now ? this : new ServerTime(_time, right, _time.GetTimestamp(), Speed);
    }
}
