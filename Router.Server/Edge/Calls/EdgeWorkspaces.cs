using System.Collections.Concurrent;
using Router.Server.Clock;
using Router.Server.Workspaces;

namespace Router.Server.Edge.Calls;

/// <summary>The workspaces as the edge sees them.</summary>
internal sealed class EdgeWorkspaces : IBatchObserverSource, IDisposable
{
    private readonly ConcurrentDictionary<string, EdgeWorkspace> _byId = new(StringComparer.Ordinal);
    private readonly ServerClock _clock;
    private readonly ILoggerFactory _loggers;

    /// <summary>No workspace yet.</summary>
    /// <param name="clock">The server's time.</param>
    /// <param name="loggers">For those who watch.</param>
    /// <param name="host">Tells when the server begins to stop.</param>
    public EdgeWorkspaces(ServerClock clock, ILoggerFactory loggers, IHostApplicationLifetime host)
    {
        _clock = clock;
        _loggers = loggers;

        // Before the web server stops, which waits for streams to end.
        host.ApplicationStopping.Register(EndStreams);
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

    private void EndStreams()
    {
        foreach (var edge in _byId.Values)
        {
            edge.OnStopped(StopReason.ShuttingDown);
        }
    }
}
