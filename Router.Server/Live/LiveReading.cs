using Router.Engine;
using Router.Engine.Alarms;
using Router.Engine.Queries;
using Router.Server.Statistics;

namespace Router.Server.Live;

/// <summary>What is said of the workspace at one moment.</summary>
/// <param name="AsOf">The moment, server time in ms since 1970.</param>
/// <param name="Queues">Every queue of the policy.</param>
/// <param name="Rows">Every queue, channel and language.</param>
/// <param name="Agents">Every registered agent.</param>
/// <param name="Cost">How long the workspace's loop was kept from its work.</param>
internal sealed record LiveReading(
    long AsOf, IReadOnlyList<QueueRead> Queues, IReadOnlyList<RowRead> Rows, IReadOnlyList<LiveAgent> Agents, TimeSpan Cost)
{
    /// <summary>The alarms that are up.</summary>
    public IReadOnlyList<AlarmRecord> Alarms { get; init; } = [];

    /// <summary>Reads it, in the workspace's loop.</summary>
    /// <param name="engine">The engine.</param>
    /// <param name="book">The statistics.</param>
    /// <param name="statistics">What screens show of them.</param>
    /// <param name="real">Real time.</param>
    public static LiveReading Of(WorkspaceEngine engine, TallyBook book, LiveStatistics statistics, TimeProvider real)
    {
        var began = real.GetTimestamp();
        var counts = statistics.Of(book, engine.Now);
        var (queues, rows) = engine.LiveBoard();
        var reading = new LiveReading(
            engine.Now,
            [.. queues.Select(q => new QueueRead(q, counts.Of(q.Name)))],
            [.. rows.Select(r => new RowRead(r, engine.Queue(r.Queue)?.Channel(r.Channel), counts.Of(r.Queue, r.Channel, r.Language)))],
            engine.LiveAgents(),
            TimeSpan.Zero)
        {
            Alarms = engine.Alarms(),
        };
        return reading with { Cost = real.GetElapsedTime(began) };
    }
}
