namespace Router.Testing;

/// <summary>How a <see cref="RedisProcess"/> is started. The default: a Unix socket in a folder of its own, nothing written to disk.</summary>
public sealed record RedisProcessOptions
{
    /// <summary>Listen on a free TCP port of 127.0.0.1 instead of a Unix socket.</summary>
    public bool Tcp { get; init; }

    /// <summary>The TCP port, 1 to 65535; null for a free one. Only with <see cref="Tcp"/>.</summary>
    public int? Port { get; init; }

    /// <summary>The working folder, which the caller deletes; null for a new one, deleted at the end.</summary>
    public string? Folder { get; init; }

    /// <summary>Write the append-only file, synced at every command, so that a restart finds what was acknowledged.</summary>
    public bool AppendOnly { get; init; }

    /// <summary>Further arguments of redis-server, such as <c>--maxmemory</c>, <c>10mb</c>. They win over the others.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>A configuration file, written into the folder as redis.conf before the start; null for none. A Sentinel needs one.</summary>
    public string? ConfigurationFile { get; init; }
}
