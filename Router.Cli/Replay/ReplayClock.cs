using Router.Cli.Connection;

namespace Router.Cli.Replay;

/// <summary>The log's clock, set against the server's.</summary>
internal sealed class ReplayClock
{
    /// <summary>How far ahead the log may begin, in real time, to be played at its own time of day: 60 s.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(60);

    /// <summary>Real time from the sign-in of agents to the first moment of the log: 2 s.</summary>
    public static readonly TimeSpan Lead = TimeSpan.FromSeconds(2);

    private readonly ServerClock _server;

    /// <summary>
    /// Sets it: to the server's time where the log begins between <see cref="Lead"/> and <see cref="LongestWait"/> from now, else so that it begins
    /// after <see cref="Lead"/>.
    /// </summary>
    /// <param name="server">The server's clock.</param>
    /// <param name="logStart">The first moment that is played.</param>
    public ReplayClock(ServerClock server, DateTimeOffset logStart)
    {
        _server = server;
        Shift = ShiftOf(logStart, server.Now, server.Speed);
    }

    /// <summary>The server's time.</summary>
    public DateTimeOffset Now => _server.Now;

    /// <summary>Seconds of the server's time in one real second.</summary>
    public double Speed => _server.Speed;

    /// <summary>What is added to the log's times to get the server's.</summary>
    public TimeSpan Shift { get; }

    /// <summary>What is to be added to the log's times.</summary>
    /// <param name="logStart">The first moment that is played.</param>
    /// <param name="now">The server's time.</param>
    /// <param name="speed">Seconds of it in one real second.</param>
    public static TimeSpan ShiftOf(DateTimeOffset logStart, DateTimeOffset now, double speed)
    {
        var ahead = (logStart - now) / speed;
        return ahead >= Lead && ahead <= LongestWait ? TimeSpan.Zero : now + (Lead * speed) - logStart;
    }

    /// <summary>Waits until a moment of the log's clock.</summary>
    /// <param name="logTime">The moment.</param>
    /// <param name="cancel">Ends the waiting.</param>
    public Task UntilLogAsync(DateTimeOffset logTime, CancellationToken cancel) => _server.UntilAsync(logTime + Shift, cancel);

    /// <summary>Waits until a moment of the server's clock.</summary>
    /// <param name="serverTime">The moment.</param>
    /// <param name="cancel">Ends the waiting.</param>
    public Task UntilAsync(DateTimeOffset serverTime, CancellationToken cancel) => _server.UntilAsync(serverTime, cancel);
}
