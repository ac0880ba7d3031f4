using Router.Server.Clock;
using Router.Server.Edge.Agents;
using Router.Server.Edge.Events;
using Router.Server.Edge.Tickets;
using Router.Server.Workspaces;

namespace Router.Server.Edge.Calls;

/// <summary>A workspace with those who are told of what happens in it.</summary>
internal sealed class EdgeWorkspace : IBatchObserver, IDisposable
{
    private volatile Epoch _epoch = new();

    /// <summary>The edge of one workspace.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="clock">The server's time.</param>
    /// <param name="loggers">For those who watch.</param>
    public EdgeWorkspace(Workspace workspace, ServerClock clock, ILoggerFactory loggers)
    {
        Workspace = workspace;
        Agents = new AgentStreams(workspace, clock, loggers.CreateLogger<AgentStreams>());
        Tickets = new TicketWatches(workspace, clock);
        Events = new EventSignal();
    }

    /// <summary>The workspace.</summary>
    public Workspace Workspace { get; }

    /// <summary>The agents' streams.</summary>
    public AgentStreams Agents { get; }

    /// <summary>Those who watch a ticket.</summary>
    public TicketWatches Tickets { get; }

    /// <summary>Those who watch all events.</summary>
    public EventSignal Events { get; }

    /// <summary>Held by whoever reopens a ticket: between reading it and reopening it nobody else does.</summary>
    public SemaphoreSlim Reopening { get; } = new(1, 1);

    /// <summary>The time in which what is told now is of one piece.</summary>
    public Epoch Epoch => _epoch;

    /// <inheritdoc/>
    public void OnCommitted(CommittedBatch batch)
    {
        Agents.OnCommitted(batch);
        Tickets.OnCommitted(batch);
        Events.OnCommitted(batch);
    }

    /// <inheritdoc/>
    public void OnStopped(StopReason reason)
    {
        var ended = _epoch;
        Events.Forget();
        if (reason != StopReason.ShuttingDown)
        {
            _epoch = new Epoch();
        }

        ended.End(reason);
        Agents.OnStopped(reason);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Agents.Dispose();
        Reopening.Dispose();
        Tickets.Dispose();
        _epoch.Dispose();
    }
}
