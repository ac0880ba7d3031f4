using System.Diagnostics.Metrics;
using Router.Server.Edge.Calls;
using Router.Server.Live.Wire;
using Router.Server.Outbox;
using Router.Server.Store;
using Router.Server.Workspaces;

namespace Router.Server.Metrics;

/// <summary>What is asked for anew for each page: how queues, agents and the server's parts are now.</summary>
internal sealed class ServerGauges
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly WorkspaceRegistry _workspaces;
    private volatile IReadOnlyList<WorkspaceGauges> _read = [];

    /// <summary>Makes the instruments.</summary>
    /// <param name="meter">Theirs.</param>
    /// <param name="workspaces">The workspaces.</param>
    /// <param name="store">The store.</param>
    /// <param name="relays">The relays of events.</param>
    /// <param name="streams">The streams of callers.</param>
    public ServerGauges(RouterMeter meter, WorkspaceRegistry workspaces, RouterStore store, RelaySource relays, OpenStreams streams)
    {
        _workspaces = workspaces;
        Gauge("router.tickets.waiting", "{ticket}", "Tickets that wait and are offered to nobody.", q => q.Waiting);
        Gauge("router.tickets.offered", "{ticket}", "Tickets on offer.", q => q.Offered);
        Gauge("router.tickets.assigned", "{ticket}", "Tickets in hand.", q => q.Assigned);
        Gauge("router.tickets.wrapping_up", "{ticket}", "Tickets in wrap-up.", q => q.WrappingUp);
        Gauge("router.tickets.unroutable", "{ticket}", "Waiting tickets that no registered agent could ever serve.", q => q.Unroutable);
        meter.Meter.CreateObservableGauge("router.oldest_wait", OldestWaits, "s", "How long the longest waiting ticket has waited; 0 when none waits.");
        meter.Meter.CreateObservableGauge("router.tickets.open", () => _read.Select(w => Of(w.OpenTickets, w)), "{ticket}", "Open tickets.");
        meter.Meter.CreateObservableGauge("router.agents", Agents, "{agent}", "Signed-in agents by what they do.");
        meter.Meter.CreateObservableGauge("router.alarms.up", Alarms, "{alarm}", "Alarms that are up, by queue, channel and what they watch.");
        meter.Meter.CreateObservableGauge(
            "router.workspace.served", () => workspaces.All.Select(w => Named(w.IsServing ? 1 : 0, w.Id)), null, "1 while the workspace is served here, else 0.");
        meter.Meter.CreateObservableGauge("router.redis.connected", () => store.IsConnected ? 1 : 0, null, "1 while Redis can be reached, else 0.");
        meter.Meter.CreateObservableGauge(
            "router.relay.waiting", () => relays.States.Select(r => Named(r.Waiting, r.Workspace)), "{event}", "Events that wait to be published.");
        meter.Meter.CreateObservableGauge("router.streams", () => streams.Open, "{stream}", "Open gRPC streams.");

        void Gauge(string name, string unit, string help, Func<QueueGauges, int> of) => meter.Meter.CreateObservableGauge(
            name, () => _read.SelectMany(w => w.Queues.Select(q => new Measurement<int>(of(q), Labels(w, q)))), unit, help);
    }

    /// <summary>Reads the workspaces that are served.</summary>
    /// <param name="cancel">The reader has gone.</param>
    public async Task ReadAsync(CancellationToken cancel)
    {
        var read = await Task.WhenAll(_workspaces.All.Where(w => w.IsServing).Select(w => ReadAsync(w, cancel)));
        _read = [.. read.OfType<WorkspaceGauges>()];
    }

    private static async Task<WorkspaceGauges?> ReadAsync(Workspace workspace, CancellationToken cancel)
    {
        try
        {
            return await workspace.QueryAsync(engine => WorkspaceGauges.Of(workspace.Id, engine), Patience, cancel);
        }
        catch (WorkspaceUnavailableException)
        {
            // What is not known is left out; router_workspace_served says why.
            return null;
        }
    }

    private IEnumerable<Measurement<double>> OldestWaits() => _read.SelectMany(w => w.Queues.Select(
        q => new Measurement<double>(q.OldestEnteredAt == 0 ? 0 : (w.Now - q.OldestEnteredAt) / 1_000.0, Labels(w, q))));

    private IEnumerable<Measurement<int>> Agents() => _read.SelectMany(w => w.Agents.Select(
        a => new Measurement<int>(a.Value, Label("workspace", w.Workspace), Label("activity", a.Key))));

    private IEnumerable<Measurement<int>> Alarms() => _read.SelectMany(w => w.Alarms.Select(a => new Measurement<int>(
        1, Label("workspace", w.Workspace), Label("queue", a.Queue), Label("channel", a.Channel), Label("figure", LiveFrameJson.NameOf(a.Figure)))));

    private static Measurement<int> Of(int value, WorkspaceGauges workspace) => Named(value, workspace.Workspace);

    private static Measurement<int> Named(int value, string workspace) => new(value, Label("workspace", workspace));

    private static Measurement<long> Named(long value, string workspace) => new(value, Label("workspace", workspace));

    private static KeyValuePair<string, object?>[] Labels(WorkspaceGauges workspace, QueueGauges queue) =>
        [Label("workspace", workspace.Workspace), Label("queue", queue.Queue), Label("channel", queue.Channel)];

    private static KeyValuePair<string, object?> Label(string name, string value) => new(name, value);
}
