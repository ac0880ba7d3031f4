using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using Router.Server.Clock;
using Router.Server.Workspaces;

namespace Router.Server.Outbox;

/// <summary>Gives every workspace its relay.</summary>
internal sealed class RelaySource(EventBus bus, IOptions<RelayOptions> options, ServerClock clock, ILoggerFactory loggers)
    : IBatchObserverSource, IAsyncDisposable
{
    private readonly ConcurrentBag<Relay> _relays = [];

    /// <summary>How far the relays are, by workspace.</summary>
    public IReadOnlyList<RelayState> States => [.. _relays.Select(r => r.State).OrderBy(s => s.Workspace, StringComparer.Ordinal)];

    public IBatchObserver Observe(Workspace workspace)
    {
        var backlog = new Backlog(workspace, bus.Name, options.Value.AlarmAt, clock.Real, loggers.CreateLogger<Backlog>());
        var relay = new Relay(workspace.Store, bus, backlog, clock.Real, loggers.CreateLogger<Relay>());
        _relays.Add(relay);
        return relay;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var relay in _relays)
        {
            await relay.DisposeAsync();
        }
    }
}
