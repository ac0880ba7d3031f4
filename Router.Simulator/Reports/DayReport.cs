using Router.Engine.Events;
using Router.Engine.Tickets;
using Router.Simulator.Play;

namespace Router.Simulator.Reports;

/// <summary>Counts by queue and by interval of the day; days that are played one after the other are added up.</summary>
/// <param name="name">What it is called in the report.</param>
internal sealed class DayReport(string name) : Watcher
{
    /// <summary>How long an interval is: 15 min.</summary>
    public const int IntervalMinutes = 15;

    /// <summary>Intervals of a day.</summary>
    public const int Intervals = MsPerDay / IntervalMs;

    private const int IntervalMs = IntervalMinutes * 60_000;
    private const int MsPerDay = 86_400_000;
    private const double MsPerSecond = 1_000;

    private readonly SortedDictionary<string, IntervalFigures[]> _queues = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _signedIn = [];
    private readonly Dictionary<Call, (long At, Estimate Told)> _waiting = [];
    private readonly double[] _staffed = new double[Intervals];

    /// <summary>What it is called in the report.</summary>
    public string Name => name;

    /// <summary>The intervals of each queue.</summary>
    public IReadOnlyDictionary<string, IntervalFigures[]> Queues => _queues;

    /// <summary>How much of the time of the agents who were signed in was work, in hundredths; null where nobody was.</summary>
    /// <param name="interval">The interval.</param>
    public double? Occupancy(int interval) =>
        _staffed[interval] > 0 ? 100 * _queues.Values.Sum(queue => queue[interval].BusySeconds) / _staffed[interval] : null;

    /// <inheritdoc/>
    public override void OnEntered(Call call, TicketEntered fact)
    {
        _waiting[call] = (fact.At, fact.Told);
        Of(fact, fact.At).Entered++;
    }

    /// <inheritdoc/>
    public override void OnAnswered(Call call, TicketAssigned fact)
    {
        _waiting.Remove(call, out var entered);
        var figures = Of(fact, entered.At);
        var waited = fact.WaitMs / MsPerSecond;
        figures.Answered++;
        figures.WaitSeconds += waited;
        figures.InTime += waited <= IntervalFigures.InTimeSeconds ? 1 : 0;
        if (entered.Told.Trust != Trust.Unknown)
        {
            figures.Promised++;
            figures.Kept += waited <= entered.Told.PromiseSeconds ? 1 : 0;
        }
    }

    /// <inheritdoc/>
    public override void OnLeft(Call call, TicketLeft fact)
    {
        _waiting.Remove(call, out var entered);
        Of(fact, entered.At).Abandoned++;
    }

    /// <inheritdoc/>
    public override void OnCompleted(Call call, TicketCompleted fact)
    {
        var began = fact.At - fact.HandlingMs - fact.OnHoldMs - fact.WrapUpMs;
        Spread(began, fact.At, (at, seconds) => Of(fact, at).BusySeconds += seconds);
    }

    /// <inheritdoc/>
    public override void OnFact(Fact fact)
    {
        switch (fact)
        {
            case SessionStarted started:
                _signedIn.TryAdd(started.AgentId, started.At);
                break;
            case SessionEnded ended when _signedIn.Remove(ended.AgentId, out var since):
                Spread(since, ended.At, (at, seconds) => _staffed[IntervalOf(at)] += seconds);
                break;
        }
    }

    private static int IntervalOf(long at) => (int)(at % MsPerDay / IntervalMs);

    private static void Spread(long from, long to, Action<long, double> add)
    {
        while (from < to)
        {
            var end = Math.Min(to, from - (from % IntervalMs) + IntervalMs);
            add(from, (end - from) / MsPerSecond);
            from = end;
        }
    }

    private IntervalFigures Of(TicketFact fact, long at)
    {
        if (!_queues.TryGetValue(fact.Content.Queue, out var intervals))
        {
            _queues[fact.Content.Queue] = intervals = [.. Enumerable.Range(0, Intervals).Select(_ => new IntervalFigures())];
        }

        return intervals[IntervalOf(at)];
    }
}
