using System.Collections.Concurrent;
using Router.Server.Clock;
using Router.Server.Store;

namespace Router.Server.Workspaces;

/// <summary>The workspaces of this server. Starts them with it, and stops them first: no new work, watchers told, ownership given free.</summary>
public sealed class WorkspaceRegistry : IHostedLifecycleService, IAsyncDisposable
{
    private readonly RouterStore _store;
    private readonly ServerClock _clock;
    private readonly IEnumerable<IBatchObserverSource> _sources;
    private readonly ILoggerFactory _loggers;
    private readonly ConcurrentDictionary<string, Lazy<Workspace>> _workspaces = new(StringComparer.Ordinal);

    /// <summary>Makes a registry that is not started.</summary>
    /// <param name="store">Knows which workspaces there are.</param>
    /// <param name="clock">The server's clock.</param>
    /// <param name="sources">Who watches every workspace.</param>
    /// <param name="loggers">For the workspaces.</param>
    public WorkspaceRegistry(RouterStore store, ServerClock clock, IEnumerable<IBatchObserverSource> sources, ILoggerFactory loggers)
    {
        _store = store;
        _clock = clock;
        _sources = sources;
        _loggers = loggers;
    }

    /// <summary>All workspaces, by id.</summary>
    public IReadOnlyList<Workspace> All => [.. _workspaces.Values.Select(w => w.Value).OrderBy(w => w.Id, StringComparer.Ordinal)];

    /// <summary>A workspace, or null when there is none of this id.</summary>
    /// <param name="id">Its id.</param>
    public Workspace? Find(string id) => _workspaces.TryGetValue(id, out var workspace) ? workspace.Value : null;

    /// <summary>Creates a workspace.</summary>
    /// <param name="id">See <see cref="WorkspaceId"/>.</param>
    /// <param name="displayName">For people.</param>
    /// <param name="cancel">Stops waiting; it may be created all the same.</param>
    /// <returns>Whether it is new; if not, nothing has changed.</returns>
    /// <exception cref="ArgumentException">The id is none.</exception>
    /// <exception cref="StoreUnavailableException">The store did not answer.</exception>
    public async Task<bool> CreateAsync(string id, string displayName, CancellationToken cancel)
    {
        if (!WorkspaceId.IsValid(id))
        {
            throw new ArgumentException($"'{id}' is no workspace id: it may be {WorkspaceId.Expected}.", nameof(id));
        }

        var entry = new WorkspaceEntry(id, displayName, _clock.Real.GetUtcNow().ToUnixTimeMilliseconds());
        var isNew = await _store.Workspaces.AddAsync(entry, cancel);
        if (isNew)
        {
            Open(entry);
        }

        return isNew;
    }

    /// <inheritdoc/>
    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var entries = await _store.Workspaces.ListAsync(cancellationToken);
        foreach (var entry in entries)
        {
            Open(entry);
        }

        // Only then: a Redis whose memory is full takes nothing but the functions, and there is nothing to write at most starts.
        if (Find(WorkspaceId.Default) is null && !await CreateAsync(WorkspaceId.Default, WorkspaceId.Default, cancellationToken))
        {
            // Another server, which starts with this one, was faster.
            Open((await _store.Workspaces.ListAsync(cancellationToken)).Single(e => e.Id == WorkspaceId.Default));
        }
    }

    /// <inheritdoc/>
    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppingAsync(CancellationToken cancellationToken)
    {
        foreach (var workspace in All)
        {
            workspace.BeginStop();
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async Task StopAsync(CancellationToken cancellationToken) => await DisposeAsync();

    /// <inheritdoc/>
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        var stopping = All.Select(w => w.DisposeAsync().AsTask()).ToList();
        await Task.WhenAll(stopping);
    }

    // Lazy, so that of two calls at once only one makes and starts it.
    private void Open(WorkspaceEntry entry) =>
        _ = _workspaces.GetOrAdd(entry.Id, _ => new(() => Start(entry))).Value;

    private Workspace Start(WorkspaceEntry entry)
    {
        var workspace = new Workspace(_store.Workspace(entry.Id), entry.DisplayName, _clock, _loggers);
        foreach (var source in _sources)
        {
            workspace.Observe(source.Observe(workspace));
        }

        workspace.Start();
        return workspace;
    }
}
