using Router.Server.Live.Wire;

namespace Router.Server.Live;

/// <summary>All rows as they were at one moment. Never changed; the next reading makes the next one.</summary>
internal sealed class LiveSnapshot
{
    /// <summary>Before the first reading.</summary>
    public static readonly LiveSnapshot Empty = new(0, 0, LiveCounts.None, [], [], [], []);

    private readonly Dictionary<string, LiveQueue> _queues;
    private readonly Dictionary<LiveRowKey, LiveQueueRow> _rows;
    private readonly Dictionary<string, LiveAgentRow> _agents;

    private LiveSnapshot(
        long version,
        long asOf,
        LiveCounts counts,
        Dictionary<string, LiveQueue> queues,
        Dictionary<LiveRowKey, LiveQueueRow> rows,
        Dictionary<string, LiveAgentRow> agents,
        IReadOnlyList<LiveAlarm> alarms)
    {
        Alarms = alarms;
        Version = version;
        AsOf = asOf;
        Counts = counts;
        _queues = queues;
        _rows = rows;
        _agents = agents;
    }

    /// <summary>Grows with every snapshot that differs from the one before.</summary>
    public long Version { get; }

    /// <summary>When it was read, server time in ms since 1970.</summary>
    public long AsOf { get; }

    /// <summary>The agents, counted.</summary>
    public LiveCounts Counts { get; }

    /// <summary>The alarms that are up.</summary>
    public IReadOnlyList<LiveAlarm> Alarms { get; }

    /// <summary>Everything, as if all had changed.</summary>
    public LiveChanges All => new([.. _queues.Keys], [.. _rows.Keys], [.. _agents.Keys], Alarms: true);

    /// <summary>A queue, or null when the policy has none of this name.</summary>
    public LiveQueue? Queue(string name) => _queues.GetValueOrDefault(name);

    /// <summary>A row, or null when there is none.</summary>
    public LiveQueueRow? Row(LiveRowKey key) => _rows.GetValueOrDefault(key);

    /// <summary>An agent, or null when there is none of this id.</summary>
    public LiveAgentRow? Agent(string agentId) => _agents.GetValueOrDefault(agentId);

    /// <summary>The snapshot after this one.</summary>
    /// <param name="reading">What the engine says now.</param>
    /// <returns>It, and in what it differs.</returns>
    public (LiveSnapshot Next, LiveChanges Changes) After(LiveReading reading)
    {
        var version = Version + 1;
        var (queues, changedQueues) = Merge(
            _queues, reading.Queues.Select(q => LiveQueue.Of(q, reading.CountsOf(q.Name), version)), q => q.Name, (queue, before) => queue with { Version = before.Version });
        var (rows, changedRows) = Merge(
            _rows, reading.Rows.Select(r => LiveQueueRow.Of(r, reading.RuleOf(r.Queue, r.Channel), reading.CountsOf(r.Queue, r.Channel, r.Language), version)), r => r.Key, (row, before) => row with { Version = before.Version });
        var (agents, changedAgents) = Merge(
            _agents, reading.Agents.Select(a => LiveAgentRow.Of(a, version)), a => a.AgentId, (agent, before) => agent with { Version = before.Version });
        var alarms = reading.Alarms.Select(LiveAlarm.Of).ToList();
        var changes = new LiveChanges(changedQueues, changedRows, changedAgents, !alarms.SequenceEqual(Alarms));
        var next = new LiveSnapshot(changes.IsEmpty ? Version : version, reading.AsOf, LiveCounts.Of(reading.Agents), queues, rows, agents, changes.Alarms ? alarms : Alarms);
        return (next, changes);
    }

    // A row that says what it said before stays the one it was, with its version.
    private static (Dictionary<TKey, TRow> Rows, List<TKey> Changed) Merge<TKey, TRow>(
        Dictionary<TKey, TRow> before, IEnumerable<TRow> now, Func<TRow, TKey> keyOf, Func<TRow, TRow, TRow> withVersionOf)
        where TKey : notnull
        where TRow : class
    {
        var rows = new Dictionary<TKey, TRow>();
        var changed = new List<TKey>();
        foreach (var row in now)
        {
            var key = keyOf(row);
            if (before.TryGetValue(key, out var known) && known.Equals(withVersionOf(row, known)))
            {
                rows.Add(key, known);
            }
            else
            {
                rows.Add(key, row);
                changed.Add(key);
            }
        }

        changed.AddRange(before.Keys.Where(key => !rows.ContainsKey(key)));
        return (rows, changed);
    }
}
