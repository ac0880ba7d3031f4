using Router.Engine;
using Router.Engine.Agents;
using Router.Engine.Events;
using Router.Engine.Queries;

namespace Router.Server.Metrics;

/// <summary>How a workspace is at one moment: what is read of it for a page of metrics.</summary>
/// <param name="Workspace">Its id.</param>
/// <param name="Now">Engine time, ms.</param>
/// <param name="OpenTickets">Open tickets.</param>
/// <param name="Queues">By queue and channel.</param>
/// <param name="Agents">Signed-in agents by what they do; those away as such.</param>
/// <param name="Alarms">The alarms that are up.</param>
internal sealed record WorkspaceGauges(
    string Workspace, long Now, int OpenTickets, IReadOnlyList<QueueGauges> Queues, IReadOnlyDictionary<string, int> Agents, IReadOnlyList<AlarmKey> Alarms)
{
    private const string Away = "away";

    /// <summary>Reads a workspace.</summary>
    /// <param name="workspace">Its id.</param>
    /// <param name="engine">Its engine.</param>
    public static WorkspaceGauges Of(string workspace, WorkspaceEngine engine) => new(
        workspace,
        engine.Now,
        engine.OpenTickets,
        [.. engine.LiveRows().GroupBy(r => (r.Queue, r.Channel)).Select(Of)],
        engine.LiveAgents().Where(a => a.Activity != Activity.Unspecified).CountBy(DoingOf).ToDictionary(),
        [.. engine.Alarms().Select(a => a.Key)]);

    private static QueueGauges Of(IGrouping<(string Queue, string Channel), LiveRow> rows) => new(
        rows.Key.Queue,
        rows.Key.Channel,
        rows.Sum(r => r.Waiting),
        rows.Sum(r => r.Offered),
        rows.Sum(r => r.Assigned),
        rows.Sum(r => r.WrappingUp),
        rows.Sum(r => r.Unroutable),
        rows.Where(r => r.OldestEnteredAt > 0).Select(r => r.OldestEnteredAt).DefaultIfEmpty().Min());

    private static string DoingOf(LiveAgent agent) =>
        agent.Activity == Activity.Idle && agent.Presence is not (Presence.Available or Presence.OnDemand) ? Away
        : agent.Activity == Activity.WrappingUp ? "wrapping_up"
        : agent.Activity.ToString().ToLowerInvariant();
}
