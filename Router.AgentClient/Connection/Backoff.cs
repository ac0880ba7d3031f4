namespace Router.AgentClient.Connection;

/// <summary>
/// How long to wait before the next try: doubling from 0.5 s to 5 s, of which a random half to all is waited ("equal jitter"), so that agents who
/// lost the server together do not come back together. 5 s is a third of the shortest default grace (call, 15 s).
/// </summary>
internal sealed class Backoff(Random random)
{
    /// <summary>Longest wait for the first try after a break.</summary>
    public static readonly TimeSpan First = TimeSpan.FromMilliseconds(500);

    /// <summary>Longest wait of all.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    private int _tries;

    /// <summary>The wait before the next try; longer each time.</summary>
    public TimeSpan Next()
    {
        var ceiling = Math.Min(First.TotalMilliseconds * Math.Pow(2, _tries), Longest.TotalMilliseconds);
        _tries = Math.Min(_tries + 1, 16);
        return TimeSpan.FromMilliseconds(ceiling * (0.5 + (random.NextDouble() / 2)));
    }

    /// <summary>The connection holds: begin from the shortest wait again.</summary>
    public void Reset() => _tries = 0;
}
