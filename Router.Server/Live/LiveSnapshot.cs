using Router.Engine.Queries;
using Router.Server.Live.Wire;

namespace Router.Server.Live;

/// <summary>All rows as they were at one moment. Never changed; the next reading makes the next one.</summary>
internal sealed class LiveSnapshot
{
    /// <summary>Before the first reading.</summary>
    public static readonly LiveSnapshot Empty = new();

    private readonly LiveTable<string, QueueRead, Wire.LiveQueue> _queues = new(q => q.Queue.Name, Wire.LiveQueue.Of);
    private readonly LiveTable<LiveRowKey, RowRead, LiveQueueRow> _rows = new(r => LiveRowKey.Of(r.Row), LiveQueueRow.Of);
    private readonly LiveTable<string, LiveAgent, LiveAgentRow> _agents = new(a => a.AgentId, LiveAgentRow.Of);

    private LiveSnapshot()
    {
    }

    private LiveSnapshot(
        LiveTable<string, QueueRead, Wire.LiveQueue> queues,
        LiveTable<LiveRowKey, RowRead, LiveQueueRow> rows,
        LiveTable<string, LiveAgent, LiveAgentRow> agents) => (_queues, _rows, _agents) = (queues, rows, agents);

    /// <summary>Grows with every snapshot that differs from the one before.</summary>
    public long Version { get; private init; }

    /// <summary>When it was read, server time in ms since 1970.</summary>
    public long AsOf { get; private init; }

    /// <summary>The agents, counted.</summary>
    public LiveCounts Counts { get; private init; } = LiveCounts.None;

    /// <summary>The alarms that are up.</summary>
    public IReadOnlyList<LiveAlarm> Alarms { get; private init; } = [];

    /// <summary>Everything, as if all had changed.</summary>
    public LiveChanges All => new(_queues.Keys, _rows.Keys, _agents.Keys, Alarms: true);

    /// <summary>A queue, or null when the policy has none of this name.</summary>
    public Wire.LiveQueue? Queue(string name) => _queues.Find(name);

    /// <summary>A row, or null when there is none.</summary>
    public LiveQueueRow? Row(LiveRowKey key) => _rows.Find(key);

    /// <summary>An agent, or null when there is none of this id.</summary>
    public LiveAgentRow? Agent(string agentId) => _agents.Find(agentId);

    /// <summary>The snapshot after this one.</summary>
    /// <param name="reading">What the engine says now.</param>
    /// <returns>It, and in what it differs.</returns>
    public (LiveSnapshot Next, LiveChanges Changes) After(LiveReading reading)
    {
        var version = Version + 1;
        var (queues, changedQueues) = _queues.After(reading.Queues, version);
        var (rows, changedRows) = _rows.After(reading.Rows, version);
        var (agents, changedAgents) = _agents.After(reading.Agents, version);
        var alarms = reading.Alarms.Select(LiveAlarm.Of).ToList();
        var changes = new LiveChanges(changedQueues, changedRows, changedAgents, !alarms.SequenceEqual(Alarms));
        var next = new LiveSnapshot(queues, rows, agents)
        {
            Version = changes.IsEmpty ? Version : version,
            AsOf = reading.AsOf,
            Counts = LiveCounts.Of(reading.Agents),
            Alarms = changes.Alarms ? alarms : Alarms,
        };
        return (next, changes);
    }
}
