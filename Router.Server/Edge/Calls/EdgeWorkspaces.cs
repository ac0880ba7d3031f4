using System.Collections.Concurrent;
using Router.Server.Clock;
using Router.Server.Workspaces;

namespace Router.Server.Edge.Calls;

/// <summary>The workspaces as the edge sees them.</summary>
internal sealed class EdgeWorkspaces : IBatchObserverSource, IHostedLifecycleService, IDisposable
{
    private readonly ConcurrentDictionary<string, EdgeWorkspace> _byId = new(StringComparer.Ordinal);
    private readonly ServerClock _clock;
    private readonly ILoggerFactory _loggers;
    private readonly OpenStreams _streams;

    /// <summary>How long a stopping server waits for streams to end, beside those of clients that do not read.</summary>
    private static readonly TimeSpan EndTime = TimeSpan.FromSeconds(3);

    /// <summary>No workspace yet.</summary>
    /// <param name="clock">The server's time.</param>
    /// <param name="loggers">For those who watch.</param>
    /// <param name="streams">The streams that are open.</param>
    public EdgeWorkspaces(ServerClock clock, ILoggerFactory loggers, OpenStreams streams)
    {
        _clock = clock;
        _loggers = loggers;
        _streams = streams;
    }

    /// <inheritdoc/>
    public IBatchObserver Observe(Workspace workspace)
    {
        var edge = new EdgeWorkspace(workspace, _clock, _loggers);
        _byId[workspace.Id] = edge;
        return edge;
    }

    /// <summary>A workspace, or null when there is none of this id.</summary>
    /// <param name="id">Its id.</param>
    public EdgeWorkspace? Find(string id) => _byId.GetValueOrDefault(id);

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var edge in _byId.Values)
        {
            edge.Dispose();
        }
    }

    /// <summary>
    /// Ends all streams before the web server stops: once that has told a connection to go away, it waits for the clients of streams that have
    /// ended, and they have no reason to say anything.
    /// </summary>
    /// <param name="cancellationToken">Not looked at.</param>
    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        foreach (var edge in _byId.Values)
        {
            edge.OnStopped(StopReason.ShuttingDown);
        }

        await _streams.EndedAsync(EndTime, _clock.Real);
    }

    /// <inheritdoc/>
    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
