using Router.Engine.Records;
using Router.Server.Statistics;
using Router.Server.Store;
using Router.Server.Store.Commits;
using Router.Server.Store.Loading;
using Router.Server.Store.Ownership;

namespace Router.Store.Tests.Support;

/// <summary>A workspace with an owner that commits batch after batch.</summary>
public sealed class WorkspaceUnderTest(WorkspaceStore store, Claim claim, TimeProvider time)
{
    private BatchEncoder _encoder = new(new WorkspaceKeys(store.Workspace), WorkspaceRecord.Empty);

    public WorkspaceStore Store { get; } = store;

    public WorkspaceKeys Keys { get; } = new(store.Workspace);

    public Claim Claim { get; set; } = claim;

    public long Sequence { get; set; }

    public static async Task<WorkspaceUnderTest> OwnAsync(RouterStore store, string workspace, TimeProvider time)
    {
        var workspaceStore = store.Workspace(workspace);
        var claim = await workspaceStore.ClaimAsync("node-1", "127.0.0.1:1", null, null, CancellationToken.None);
        return new WorkspaceUnderTest(workspaceStore, claim, time);
    }

    /// <summary>Goes on as a new owner does.</summary>
    public async Task<LoadedWorkspace> LoadAsync()
    {
        var loaded = await Store.LoadAsync(Claim, CancellationToken.None);
        Sequence = loaded.Sequence;
        _encoder = loaded.Encoder;
        return loaded;
    }

    public PreparedBatch Next(
        Changes changes,
        IReadOnlyList<KeptRequest>? requests = null,
        IReadOnlyList<KeptSubmit>? submits = null,
        StatisticsWrite? statistics = null) =>
        _encoder.Encode(new BatchContents
        {
            Sequence = ++Sequence,
            RealNow = time.GetUtcNow().ToUnixTimeMilliseconds(),
            Changes = changes,
            Requests = requests ?? [],
            Submits = submits ?? [],
            Statistics = statistics,
        });

    public Task<CommitAnswer> CommitAsync(PreparedBatch batch) => Store.CommitAsync(batch, Claim, CancellationToken.None);

    public async Task<CommitAnswer> CommitAsync(
        Changes changes,
        IReadOnlyList<KeptRequest>? requests = null,
        IReadOnlyList<KeptSubmit>? submits = null,
        StatisticsWrite? statistics = null)
    {
        using var batch = Next(changes, requests, submits, statistics);
        return await CommitAsync(batch);
    }
}
