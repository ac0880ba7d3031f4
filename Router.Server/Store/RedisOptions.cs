namespace Router.Server.Store;

/// <summary>Where the store is and how much it keeps; section <c>Redis</c> of the configuration.</summary>
public sealed class RedisOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Redis";

    /// <summary>Default of <see cref="DataFolder"/>.</summary>
    public const string DefaultDataFolder = "data";

    /// <summary>Default of <see cref="ServerPath"/>.</summary>
    public const string DefaultServerPath = "redis-server";

    /// <summary>Default of <see cref="ConnectSeconds"/>.</summary>
    public const int DefaultConnectSeconds = 30;

    /// <summary>Default of <see cref="ConfirmingReplicas"/>.</summary>
    public const int DefaultConfirmingReplicas = 1;

    /// <summary>Default of <see cref="EventsKept"/>.</summary>
    public const long DefaultEventsKept = 1_000_000;

    /// <summary>Default of <see cref="EventsKeptDays"/>.</summary>
    public const int DefaultEventsKeptDays = 7;

    /// <summary>
    /// The Redis to use, as StackExchange.Redis reads it: <c>host:port,password=…</c>, with <c>serviceName=…</c> for Sentinel.
    /// Empty (the default): the server starts a private one of its own.
    /// </summary>
    public string Configuration { get; set; } = "";

    /// <summary>Start even if Redis writes no append-only file, so that its restart loses what was acknowledged. Default false.</summary>
    public bool AllowNoAppendOnly { get; set; }

    /// <summary>
    /// How many replicas have to have a batch before it is acknowledged, 1 to 10; where there are none, none unless this is above 1. Default 1. Only as many as
    /// there are (and are needed to go on) keep what was acknowledged by a primary that was cut off, after a replica had taken its place: see docs/redis.md.
    /// </summary>
    public int ConfirmingReplicas { get; set; } = DefaultConfirmingReplicas;

    /// <summary>Folder of the private Redis: append-only file, socket, log. Default <c>data</c>.</summary>
    public string DataFolder { get; set; } = DefaultDataFolder;

    /// <summary>The program that the private Redis is started from. Default <c>redis-server</c>, looked for on the PATH.</summary>
    public string ServerPath { get; set; } = DefaultServerPath;

    /// <summary>How long the start waits for Redis to answer, 1 to 600 seconds. Default 30.</summary>
    public int ConnectSeconds { get; set; } = DefaultConnectSeconds;

    /// <summary>How many relayed events are kept per workspace, 1,000 to 1,000,000,000. Default 1,000,000.</summary>
    public long EventsKept { get; set; } = DefaultEventsKept;

    /// <summary>For how many days relayed events are kept, 1 to 365. Default 7.</summary>
    public int EventsKeptDays { get; set; } = DefaultEventsKeptDays;
}
