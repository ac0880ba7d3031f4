using Router.Engine;
using Router.Engine.Queries;

namespace Router.Server.Live;

/// <summary>What the engine says of the workspace at one moment.</summary>
/// <param name="AsOf">The moment, server time in ms since 1970.</param>
/// <param name="Queues">Every queue of the policy.</param>
/// <param name="Rows">Every queue, channel and language.</param>
/// <param name="Agents">Every registered agent.</param>
/// <param name="Cost">How long the workspace's loop was kept from its work.</param>
internal sealed record LiveReading(long AsOf, IReadOnlyList<LiveQueue> Queues, IReadOnlyList<LiveRow> Rows, IReadOnlyList<LiveAgent> Agents, TimeSpan Cost)
{
    public static LiveReading Of(WorkspaceEngine engine, TimeProvider real)
    {
        var began = real.GetTimestamp();
        var queues = engine.LiveQueues();
        var rows = engine.LiveRows();
        var agents = engine.LiveAgents();
        return new LiveReading(engine.Now, queues, rows, agents, real.GetElapsedTime(began));
    }
}
