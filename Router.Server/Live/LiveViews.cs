using System.Collections.Concurrent;
using Router.Server.Clock;
using Router.Server.Live.Wire;
using Router.Server.Workspaces;

namespace Router.Server.Live;

/// <summary>The live view of each workspace.</summary>
/// <param name="clock">The server's time.</param>
/// <param name="logger">For the views.</param>
internal sealed class LiveViews(ServerClock clock, ILogger<LiveView> logger) : IBatchObserverSource
{
    private readonly ConcurrentDictionary<string, LiveView> _byId = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public IBatchObserver Observe(Workspace workspace)
    {
        var statistics = new LiveStatistics(clock.Real);
        var view = new LiveView(
            new LiveWorkspace(workspace.Id, workspace.DisplayName),
            () => workspace.QueryStatisticsAsync((engine, book) => LiveReading.Of(engine, book, statistics, clock.Real)),
            clock,
            logger);
        _byId[workspace.Id] = view;
        return view;
    }

    /// <summary>A workspace's view, or null when there is none of this id.</summary>
    /// <param name="workspaceId">Its id.</param>
    public LiveView? Find(string workspaceId) => _byId.GetValueOrDefault(workspaceId);
}
