using Router.Engine;
using Router.Engine.Commands;

namespace Router.Server.Statistics;

/// <summary>Tells the engine when a service level that is watched has become too low, or good again.</summary>
internal sealed class LevelReports
{
    /// <summary>Engine time between two looks, ms.</summary>
    private const long EveryMs = 10_000;

    /// <summary>Fewer tickets in the hour say nothing.</summary>
    private const long FewestTickets = 10;

    private long _next;

    /// <summary>Looks, if it is time.</summary>
    /// <param name="engine">Whom to tell.</param>
    /// <param name="book">The statistics.</param>
    public void Report(WorkspaceEngine engine, TallyBook book)
    {
        if (engine.Now < _next)
        {
            return;
        }

        _next = engine.Now + EveryMs;
        var gauges = engine.LevelGauges().ToList();
        if (gauges.Count == 0)
        {
            return;
        }

        var counts = book.Rolling(engine.Now);
        foreach (var gauge in gauges)
        {
            var (queue, channel, _) = gauge.Key;
            var hour = (channel.Length == 0 ? counts.Of(queue) : counts.Of(queue, channel))?.Last60 ?? default;
            var percent = PercentOf(hour);
            if (percent < gauge.Percent != gauge.Reported >= 0)
            {
                engine.Apply(new ReportServiceLevel(gauge.Key, percent < gauge.Percent ? percent : -1), engine.Now);
            }
        }
    }

    private static int PercentOf(WindowCounts hour) =>
        hour.Entered - hour.AbandonedShort >= FewestTickets && hour.ServiceLevel is { } level ? (int)Math.Floor(100 * level) : 100;
}
