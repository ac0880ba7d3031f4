namespace Router.Server.Edge.Agents;

/// <summary>How an agent's client shows that it is there. Real time, whatever the clock's speed.</summary>
internal static class Heartbeats
{
    /// <summary>How often it does.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    /// <summary>How many in a row may be missing before the session counts as gone.</summary>
    public const int MostMissing = 3;

    /// <summary>Silence after which the session counts as gone.</summary>
    public static readonly TimeSpan MostSilence = Interval * MostMissing;
}
