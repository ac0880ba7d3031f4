using Router.Engine;
using Router.Engine.Alarms;
using Router.Engine.Policies;
using Router.Engine.Queries;
using Router.Server.Statistics;

namespace Router.Server.Live;

/// <summary>What the engine says of the workspace at one moment.</summary>
/// <param name="AsOf">The moment, server time in ms since 1970.</param>
/// <param name="Queues">Every queue of the policy.</param>
/// <param name="Rows">Every queue, channel and language.</param>
/// <param name="Agents">Every registered agent.</param>
/// <param name="Cost">How long the workspace's loop was kept from its work.</param>
internal sealed record LiveReading(long AsOf, IReadOnlyList<LiveQueue> Queues, IReadOnlyList<LiveRow> Rows, IReadOnlyList<LiveAgent> Agents, TimeSpan Cost)
{
    /// <summary>The alarms that are up.</summary>
    public IReadOnlyList<AlarmRecord> Alarms { get; init; } = [];

    /// <summary>What was counted, by queue, channel and language; of a whole queue under an empty channel and language.</summary>
    public IReadOnlyDictionary<(string Queue, string Channel, string Language), RollingCounts> Counts { get; init; } =
        new Dictionary<(string Queue, string Channel, string Language), RollingCounts>();

    /// <summary>The policy's queues, by name.</summary>
    public IReadOnlyDictionary<string, QueuePolicy> Policies { get; init; } = new Dictionary<string, QueuePolicy>();

    /// <summary>What was counted of a queue, or of a part of it; null when nothing was.</summary>
    /// <param name="queue">The queue.</param>
    /// <param name="channel">The channel; empty is all.</param>
    /// <param name="language">The language, where a channel is named.</param>
    public RollingCounts? CountsOf(string queue, string channel = "", string language = "") => Counts.GetValueOrDefault((queue, channel, language));

    /// <summary>How a queue treats a channel, or null when it does not take it.</summary>
    /// <param name="queue">The queue.</param>
    /// <param name="channel">The channel.</param>
    public QueueChannel? RuleOf(string queue, string channel) => Policies.GetValueOrDefault(queue)?.Channel(channel);

    public static LiveReading Of(WorkspaceEngine engine, TallyBook book, LiveStatistics statistics, TimeProvider real)
    {
        var began = real.GetTimestamp();
        var (queues, rows) = engine.LiveBoard();
        var agents = engine.LiveAgents();
        var counts = statistics.Of(book, engine.Now);
        return new LiveReading(engine.Now, queues, rows, agents, real.GetElapsedTime(began))
        {
            Alarms = engine.Alarms(),
            Counts = counts,
            Policies = engine.Policy.Queues.ToDictionary(q => q.Name, StringComparer.Ordinal),
        };
    }
}
