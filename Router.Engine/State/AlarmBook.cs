using Router.Engine.Agents;
using Router.Engine.Alarms;
using Router.Engine.Collections;
using Router.Engine.Events;
using Router.Engine.Policies;

namespace Router.Engine.State;

/// <summary>All that is watched in a workspace, and the alarms.</summary>
internal sealed class AlarmBook
{
    private readonly Dictionary<string, QueueWatch> _watches = new(StringComparer.Ordinal);
    private readonly Dictionary<string, QueueWatch> _ofAgents = new(StringComparer.Ordinal);
    private IReadOnlyList<AlarmRecord>? _records;

    /// <summary>Alarms of queues that no registered agent serves.</summary>
    public SortedDictionary<string, AlarmRecord> WithoutAgents { get; } = new(StringComparer.Ordinal);

    /// <summary>Nothing is judged before: after an outage agents have to come back first.</summary>
    public long QuietUntil { get; set; }

    /// <summary>Alarms that are up or about to rise, by queue, channel and figure.</summary>
    public IReadOnlyList<AlarmRecord> Records => _records ??=
    [
        .. Gauges.Select(g => g.Record).Where(r => !r.IsAtRest).Concat(WithoutAgents.Values)
            .OrderBy(r => r.Key.Queue, StringComparer.Ordinal).ThenBy(r => r.Key.Channel, StringComparer.Ordinal).ThenBy(r => r.Key.Figure),
    ];

    /// <summary>The limits, by queue.</summary>
    public IEnumerable<Gauge> Gauges => _watches.Values.SelectMany(w => w.Gauges);

    /// <summary>What watches a queue, or null.</summary>
    public QueueWatch? Of(string queue) => _watches.GetValueOrDefault(queue);

    /// <summary>A limit that is watched, or null.</summary>
    public Gauge? Gauge(AlarmKey key) => Of(key.Queue)?.Gauges.Find(g => g.Record.Key == key);

    /// <summary>A record has changed.</summary>
    public void Change() => _records = null;

    /// <summary>An agent may have become free, or is so no longer.</summary>
    public void Touch(AgentProfile profile)
    {
        if (_ofAgents.Count == 0)
        {
            return;
        }

        if (profile.Queues.Count == 0)
        {
            foreach (var watch in _ofAgents.Values)
            {
                watch.Touch();
            }
        }

        foreach (var queue in profile.Queues)
        {
            _ofAgents.GetValueOrDefault(queue)?.Touch();
        }
    }

    /// <summary>Watches what a policy says from now on. Alarms that it still has stay as they are.</summary>
    /// <returns>Those that it has no more.</returns>
    public IReadOnlyList<AlarmRecord> Use(WorkspaceState state, WorkspacePolicy policy, IReadOnlyList<AlarmRecord> known)
    {
        foreach (var watch in _watches.Values)
        {
            state.Deadlines.Set(watch, DeadlineQueue.None);
        }

        _watches.Clear();
        _ofAgents.Clear();
        Change();
        var left = known.Where(r => r.Key.Figure != AlarmFigure.NoAgents).ToDictionary(r => r.Key);
        foreach (var (order, queue) in policy.Queues.Index())
        {
            var watch = new QueueWatch(state, queue.Name, order);
            Add(watch, "", queue.Alarms, left);
            foreach (var channel in queue.Channels)
            {
                Add(watch, channel.Channel, channel.Alarms, left);
            }

            if (watch.Gauges.Count > 0)
            {
                _watches.Add(queue.Name, watch);
                if (watch.Gauges.Exists(g => g.Figure == AlarmFigure.FreeAgents))
                {
                    _ofAgents.Add(queue.Name, watch);
                }

                watch.Touch();
            }
        }

        foreach (var waitClass in state.WaitClassList)
        {
            Join(waitClass);
        }

        return [.. known.Where(r => left.ContainsKey(r.Key))];
    }

    /// <summary>A class of tickets is watched from now on, if its queue is.</summary>
    public void Join(WaitClass waitClass)
    {
        waitClass.Watch = Of(waitClass.Queue);
        waitClass.Watch?.Classes.Add(waitClass);
    }

    private static void Add(QueueWatch watch, string channel, QueueAlarms? alarms, Dictionary<AlarmKey, AlarmRecord> known)
    {
        if (alarms is null)
        {
            return;
        }

        Add(AlarmFigure.Waiting, alarms.Waiting);
        Add(AlarmFigure.OldestWait, alarms.OldestSeconds);
        Add(AlarmFigure.EstimatedWait, alarms.EstimatedSeconds);
        Add(AlarmFigure.ServiceLevel, alarms.ServiceLevelPercent);
        Add(AlarmFigure.FreeAgents, alarms.FreeAgents);
        Add(AlarmFigure.Unroutable, alarms.Unroutable);
        Add(AlarmFigure.DeclinedOften, alarms.DeclinedOften);

        void Add(AlarmFigure figure, int limit)
        {
            var key = new AlarmKey(watch.Queue, channel, figure);
            if (limit > 0)
            {
                watch.Gauges.Add(new Gauge(limit, alarms.HoldSeconds * 1_000L, known.Remove(key, out var record) ? record : new AlarmRecord(key)));
            }
        }
    }
}
