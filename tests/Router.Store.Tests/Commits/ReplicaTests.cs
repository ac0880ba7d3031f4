using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Router.Server.Store;
using Router.Server.Store.Commits;
using Router.Store.Tests.Support;
using Router.Testing;
using StackExchange.Redis;

namespace Router.Store.Tests.Commits;

/// <summary>Where Redis is replicated, a batch is acknowledged when a replica has it.</summary>
public sealed class ReplicaTests : IAsyncLifetime
{
    private RedisProcess _primary = null!;
    private RedisProcess _replica = null!;

    public async Task InitializeAsync()
    {
        _primary = await RedisProcess.StartAsync(new RedisProcessOptions { Tcp = true, AppendOnly = true });
        _replica = await RedisProcess.StartAsync(new RedisProcessOptions
        {
            Tcp = true,
            AppendOnly = true,
            Arguments = ["--replicaof", "127.0.0.1", $"{_primary.Port}", "--repl-diskless-sync-delay", "0"],
        });
        await using var raw = await ConnectionMultiplexer.ConnectAsync(_primary.Endpoint);
        await Eventually.TrueAsync(
            async () => (long)await raw.GetDatabase().ExecuteAsync("WAIT", 1, 100) == 1, "the replica in step");
    }

    public async Task DisposeAsync()
    {
        await _replica.DisposeAsync();
        await _primary.DisposeAsync();
    }

    [Fact]
    public async Task CommitAsync_WhileTheReplicaHangs_IsNotAcknowledgedUntilItHasTheBatch()
    {
        await using var store = await StartAsync($"{_primary.Endpoint},{_replica.Endpoint}");
        var workspace = await WorkspaceUnderTest.OwnAsync(store, "w", TimeProvider.System);
        Assert.Equal(CommitAnswer.Applied, await workspace.CommitAsync(Batches.With(Batches.Ticket("t1"))));
        _replica.Pause();
        using var batch = workspace.Next(Batches.With(Batches.Ticket("t2")));

        var refused = await Assert.ThrowsAsync<StoreUnavailableException>(() => workspace.CommitAsync(batch));

        Assert.Contains("No replica", refused.Message);
        _replica.Continue();
        var answer = CommitAnswer.Unspecified;
        await Eventually.TrueAsync(
            async () =>
            {
                answer = await workspace.CommitAsync(batch);
                return true;
            },
            "the replica's confirmation");
        Assert.Equal(CommitAnswer.Done, answer);
    }

    [Fact]
    public async Task CommitAsync_WithTooFewReplicas_IsRetriedAsItIs()
    {
        await using var store = await StartAsync(_primary.Endpoint);
        var workspace = await WorkspaceUnderTest.OwnAsync(store, "w", TimeProvider.System);
        await using var raw = await ConnectionMultiplexer.ConnectAsync(_primary.Endpoint + ",allowAdmin=true");
        await raw.GetServers()[0].ConfigSetAsync("min-replicas-to-write", "2");
        using var batch = workspace.Next(Batches.With(Batches.Ticket("t1")));

        var refused = await Assert.ThrowsAsync<StoreUnavailableException>(() => workspace.CommitAsync(batch));

        Assert.Contains("NOREPLICAS", refused.Message);
        Assert.False(await raw.GetDatabase().KeyExistsAsync(workspace.Keys.Tickets));
        await raw.GetServers()[0].ConfigSetAsync("min-replicas-to-write", "1");
        Assert.Equal(CommitAnswer.Applied, await workspace.CommitAsync(batch));
    }

    [Fact]
    public async Task CommitAsync_WithFewerReplicasThanHaveToConfirm_IsNotAcknowledged()
    {
        await using var one = await StartAsync(_primary.Endpoint);
        var workspace = await WorkspaceUnderTest.OwnAsync(one, "w", TimeProvider.System);
        await using var two = await StartAsync(_primary.Endpoint, confirming: 2);
        using var batch = workspace.Next(Batches.With(Batches.Ticket("t1")));

        var refused = await Assert.ThrowsAsync<StoreUnavailableException>(
            () => two.Workspace("w").CommitAsync(batch, workspace.Claim, CancellationToken.None));

        Assert.Contains("Only 1 of 2 replicas", refused.Message);
        Assert.Equal(CommitAnswer.Done, await workspace.CommitAsync(batch));
    }

    private static async Task<RouterStore> StartAsync(string configuration, int confirming = 1)
    {
        var store = new RouterStore(
            Options.Create(new RedisOptions { Configuration = configuration, ConfirmingReplicas = confirming }), TimeProvider.System, NullLoggerFactory.Instance);
        await store.StartAsync(CancellationToken.None);
        return store;
    }
}
