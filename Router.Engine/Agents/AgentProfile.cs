namespace Router.Engine.Agents;

/// <summary>Who an agent is and what he can do; owned by administration.</summary>
public sealed record AgentProfile
{
    /// <summary>The native level of a language, above what any ticket can ask.</summary>
    public const int NativeLevel = 5;

    /// <summary>1 to 64 characters, unique in the workspace.</summary>
    public required string Id { get; init; }

    /// <summary>The name that people see.</summary>
    public string Name { get; init; } = "";

    /// <summary>The team for reports, or empty.</summary>
    public string Team { get; init; } = "";

    /// <summary>The queues he serves; empty means all.</summary>
    public IReadOnlyList<string> Queues { get; init; } = [];

    /// <summary>Skill name to level, 1 to 5.</summary>
    public IReadOnlyDictionary<string, int> Skills { get; init; } = new Dictionary<string, int>();

    /// <summary>Language tag in lower case to level, 1 to 5 (5 is native).</summary>
    public IReadOnlyDictionary<string, int> Languages { get; init; } = new Dictionary<string, int>();

    /// <summary>Total capacity units for live work, and as many again for interruptible work; 1 to 10,000, or 0 for the workspace's default.</summary>
    public int Capacity { get; init; }

    /// <summary>Capacities that differ from the workspace's channel defaults.</summary>
    public IReadOnlyList<ChannelCapacity> Channels { get; init; } = [];
}
