namespace Router.Server.Store.Connections;

/// <summary>Whether a Redis keeps what it is given; if not, what to change. Read from INFO alone, which managed services allow too.</summary>
internal static class StartChecks
{
    private static readonly Version OldestVersion = new(7, 0);

    /// <summary>What is wrong with these servers, each with its remedy.</summary>
    /// <param name="primaries">Every primary of the set-up.</param>
    /// <param name="options">What is allowed.</param>
    /// <param name="viaSentinel">Whether Sentinel names the primary.</param>
    public static List<string> Mistakes(IEnumerable<RedisInfo> primaries, RedisOptions options, bool viaSentinel) =>
        [.. primaries.SelectMany(info => Mistakes(info, options, viaSentinel)).Distinct()];

    /// <summary>Whether a write is to be confirmed by a replica too.</summary>
    public static bool IsReplicated(RedisInfo info, bool viaSentinel) =>
        viaSentinel || info["cluster_enabled"] == "1" || info.Number("connected_slaves") > 0 || WaitsForReplicas(info);

    private static IEnumerable<string> Mistakes(RedisInfo info, RedisOptions options, bool viaSentinel)
    {
        if (!Version.TryParse(info["redis_version"], out var version) || version < OldestVersion)
        {
            yield return $"{info.Server} is Redis {info["redis_version"]}: install {OldestVersion} or newer.";
        }

        if (info["maxmemory_policy"] != "noeviction")
        {
            yield return $"{info.Server} may evict keys (maxmemory-policy {info["maxmemory_policy"]}): set maxmemory-policy noeviction.";
        }

        if (info["aof_enabled"] != "1" && !options.AllowNoAppendOnly)
        {
            yield return $"{info.Server} writes no append-only file and would lose tickets when it restarts: set appendonly yes, "
                + $"or accept the loss by {RedisOptions.Section}:{nameof(RedisOptions.AllowNoAppendOnly)}=true.";
        }

        if ((viaSentinel || info["cluster_enabled"] == "1") && !WaitsForReplicas(info))
        {
            yield return $"{info.Server} takes writes without any replica and would lose them in a fail-over: set min-replicas-to-write 1.";
        }
    }

    // INFO has this line only while both min-replicas-to-write and min-replicas-max-lag are above 0.
    private static bool WaitsForReplicas(RedisInfo info) => info.Has("min_slaves_good_slaves");
}
