namespace Router.Simulator.Counting;

/// <summary>What became of tickets and agents, by queue and by interval of 15 minutes.</summary>
public sealed class RunFigures
{
    /// <summary>How long an interval is: 15 min.</summary>
    public const int IntervalMinutes = 15;

    /// <summary>The same in ms.</summary>
    public const long IntervalMs = IntervalMinutes * 60_000L;

    private readonly SortedDictionary<string, QueueFigures> _queues = new(StringComparer.Ordinal);
    private readonly long[] _staffedMs;
    private readonly long[] _busyMs;

    /// <summary>Makes it.</summary>
    /// <param name="from">When the first interval begins, ms since 1970.</param>
    /// <param name="intervals">How many there are.</param>
    /// <param name="parts">How many days or runs are added up, at least 1.</param>
    /// <param name="isOneDay">Whether days are added up, by the time of the day.</param>
    internal RunFigures(long from, int intervals, int parts = 1, bool isOneDay = false)
    {
        From = from;
        Parts = parts;
        IsOneDay = isOneDay;
        Intervals = intervals;
        _staffedMs = new long[intervals];
        _busyMs = new long[intervals];
    }

    /// <summary>When the first interval begins, ms since 1970.</summary>
    public long From { get; }

    /// <summary>How many there are.</summary>
    public int Intervals { get; }

    /// <summary>How many days or runs these are, added up; 1 where none are.</summary>
    public int Parts { get; private set; }

    /// <summary>Whether days are added up, by the time of the day.</summary>
    public bool IsOneDay { get; }

    /// <summary>The queues by name: those of the policy, and any other that a ticket was in.</summary>
    public IReadOnlyDictionary<string, QueueFigures> Queues => _queues;

    /// <summary>All queues together.</summary>
    public IntervalFigures Sum => IntervalFigures.Sum(_queues.Values.Select(queue => queue.Sum));

    /// <summary>Tickets that still waited, or were in somebody's hands, when no more was simulated.</summary>
    public int Unfinished { get; internal set; }

    /// <summary>How much of agents' time was work, in hundredths; null where nobody was there.</summary>
    public double? OccupancyPercent => Percent(_busyMs.Sum(), _staffedMs.Sum());

    /// <summary>The same of some intervals.</summary>
    /// <param name="first">The first, from 0.</param>
    /// <param name="count">How many.</param>
    public double? OccupancyPercentOf(int first, int count) =>
        Percent(_busyMs.Skip(first).Take(count).Sum(), _staffedMs.Skip(first).Take(count).Sum());

    /// <summary>How many agents there were, on average: signed in and not away, or with work in hand.</summary>
    /// <param name="first">The first interval, from 0.</param>
    /// <param name="count">How many.</param>
    public double AgentsOf(int first, int count) => _staffedMs.Skip(first).Take(count).Sum() / LengthMs(count);

    /// <summary>How long intervals are, ms: all days or runs together that are added up.</summary>
    /// <param name="count">How many intervals.</param>
    internal double LengthMs(int count) => (double)count * IntervalMs * Parts;

    /// <summary>Adds another run of the same time to this one.</summary>
    /// <param name="other">The other.</param>
    public void Add(RunFigures other)
    {
        Parts += other.Parts;
        Unfinished += other.Unfinished;
        for (var i = 0; i < Intervals; i++)
        {
            _staffedMs[i] += other._staffedMs[i];
            _busyMs[i] += other._busyMs[i];
        }

        foreach (var (name, queue) in other._queues)
        {
            Queue(name).Add(queue);
        }
    }

    /// <summary>The figures of a queue.</summary>
    /// <param name="name">Its name.</param>
    internal QueueFigures Queue(string name)
    {
        if (!_queues.TryGetValue(name, out var queue))
        {
            _queues[name] = queue = new QueueFigures(Intervals);
        }

        return queue;
    }

    /// <summary>An agent was there.</summary>
    /// <param name="interval">In which interval.</param>
    /// <param name="ms">How long, ms.</param>
    /// <param name="isBusy">Whether he had work in hand.</param>
    internal void Staff(int interval, long ms, bool isBusy)
    {
        _staffedMs[interval] += ms;
        _busyMs[interval] += isBusy ? ms : 0;
    }

    private static double? Percent(long part, long whole) => whole > 0 ? 100.0 * part / whole : null;
}
