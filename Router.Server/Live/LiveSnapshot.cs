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
            _queues, version, reading.Queues, q => q.Name, (q, v) => LiveQueue.Of(q, reading.CountsOf(q.Name), v));
        var (rows, changedRows) = Merge(
            _rows, version, reading.Rows, LiveRowKey.Of, (r, v) => LiveQueueRow.Of(r, reading.RuleOf(r.Queue, r.Channel), reading.CountsOf(r.Queue, r.Channel, r.Language), v));
        var (agents, changedAgents) = Merge(
            _agents, version, reading.Agents, a => a.AgentId, LiveAgentRow.Of);
        var alarms = reading.Alarms.Select(LiveAlarm.Of).ToList();
        var changes = new LiveChanges(changedQueues, changedRows, changedAgents, !alarms.SequenceEqual(Alarms));
        var next = new LiveSnapshot(changes.IsEmpty ? Version : version, reading.AsOf, LiveCounts.Of(reading.Agents), queues, rows, agents, changes.Alarms ? alarms : Alarms);
        return (next, changes);
    }

    // A row that says what it said before stays the one it was, with its version.
    private static (Dictionary<TKey, TRow> Rows, List<TKey> Changed) Merge<TNow, TKey, TRow>(
        Dictionary<TKey, TRow> before, long version, IReadOnlyList<TNow> now, Func<TNow, TKey> keyOf, Func<TNow, long, TRow> rowOf)
        where TKey : notnull
        where TRow : class, ILiveRow
    {
        var rows = new Dictionary<TKey, TRow>(now.Count);
        var changed = new List<TKey>();
        var left = 0;
        foreach (var one in now)
        {
            var key = keyOf(one);
            if (before.TryGetValue(key, out var known))
            {
                left++;
                if (known.Equals(rowOf(one, known.Version)))
                {
                    rows.Add(key, known);
                    continue;
                }
            }

            rows.Add(key, rowOf(one, version));
            changed.Add(key);
        }

        if (left < before.Count)
        {
            changed.AddRange(before.Keys.Where(key => !rows.ContainsKey(key)));
        }

        return (rows, changed);
    }
}
