using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Router.Server.Statistics;

namespace Router.Server.Metrics;

/// <summary>What this server measures with every commit. Labels are names of workspaces, queues and channels: nothing of tickets, customers or agents.</summary>
internal sealed class RouterMeter : IDisposable
{
    private const string Workspace = "workspace";

    /// <summary>A figure of the statistics, its instrument's name, and what it counts.</summary>
    private static readonly (Figure Figure, string Name, string Help)[] Figures =
    [
        (Figure.Entered, "router.tickets.entered", "Tickets that came into a queue."),
        (Figure.OffersMade, "router.offers.made", "Offers made to agents."),
        (Figure.Answered, "router.tickets.answered", "First accepts since a ticket entered its queue."),
        (Figure.Declined, "router.offers.declined", "Offers declined."),
        (Figure.Missed, "router.offers.missed", "Offers missed."),
        (Figure.Completed, "router.tickets.completed", "Tickets completed."),
        (Figure.Abandoned, "router.tickets.abandoned", "Customers who left while waiting, short waits left out."),
        (Figure.AbandonedShort, "router.tickets.abandoned_short", "Customers who left at once."),
        (Figure.Cancelled, "router.tickets.cancelled", "Tickets withdrawn."),
        (Figure.Expired, "router.tickets.expired", "Tickets whose time to live ended."),
        (Figure.Overflowed, "router.tickets.overflowed", "Tickets sent on to another queue."),
        (Figure.AnsweredInTime, "router.tickets.answered_in_time", "Tickets answered within the service level's threshold."),
        (Figure.SpeedOfAnswerMs, "router.tickets.answer_wait", "Time that answered tickets had waited."),
        (Figure.HandleTimeMs, "router.tickets.handle_time", "Talk, hold and wrap-up of assignments that are over."),
    ];

    private static readonly double[] CommitBounds = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
    private static readonly double[] CallBounds = [0, 1, 2, 5, 10, 20, 50, 100, 200, 512];

    private readonly ConcurrentDictionary<string, FigureCounts> _figures = new(StringComparer.Ordinal);
    private readonly Histogram<double> _commits;
    private readonly Histogram<double> _calls;
    private readonly Counter<long> _events;

    /// <summary>Makes the instruments.</summary>
    public RouterMeter()
    {
        Meter = new Meter(new MeterOptions("Router.Server") { Scope = this });
        foreach (var (place, (figure, name, help)) in Figures.Index())
        {
            var unit = IsTime(figure) ? 1_000.0 : 1;
            Meter.CreateObservableCounter(name, () => _figures.Values.SelectMany(f => f.Read(place, unit)), IsTime(figure) ? "s" : "{ticket}", help);
        }

        _commits = Meter.CreateHistogram<double>(
            "router.commit.duration", "s", "Time from sending a batch to its answer.", advice: new() { HistogramBucketBoundaries = CommitBounds });
        _calls = Meter.CreateHistogram<double>(
            "router.batch.calls", "{call}", "Calls answered by one commit.", advice: new() { HistogramBucketBoundaries = CallBounds });
        _events = Meter.CreateCounter<long>("router.events", "{event}", "Events committed.");
    }

    /// <summary>The meter, whose scope is this object.</summary>
    public Meter Meter { get; }

    /// <summary>Counts a batch that was committed.</summary>
    /// <param name="workspace">Whose.</param>
    /// <param name="batch">The batch.</param>
    public void Count(string workspace, Workspaces.CommittedBatch batch)
    {
        var whose = new KeyValuePair<string, object?>(Workspace, workspace);
        _commits.Record(batch.CommitTime.TotalSeconds, whose);
        _calls.Record(batch.Calls, whose);
        _events.Add(batch.Changes.Facts.Count, whose);
        FiguresOf(workspace).Add(batch.Counted);
    }

    /// <inheritdoc/>
    public void Dispose() => Meter.Dispose();

    private FigureCounts FiguresOf(string workspace) =>
        _figures.GetOrAdd(workspace, static id => new FigureCounts(id, [.. Figures.Select(f => f.Figure)]));

    private static bool IsTime(Figure figure) => figure is Figure.SpeedOfAnswerMs or Figure.HandleTimeMs;
}
