using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Router.Server.Store;
using Router.Server.Store.Commits;
using Router.Store.Tests.Support;
using Router.Testing;
using StackExchange.Redis;

namespace Router.Store.Tests.Commits;

/// <summary>A store on a Redis Cluster, and behind Sentinel.</summary>
[Trait("Category", "long")]
public sealed class ClusterTests
{
    private const string Service = "tickets";

    [Fact]
    public async Task CommitAsync_InACluster_IsConfirmedByTheReplicaOfItsShard()
    {
        await using var primary = await StartNodeAsync();
        await using var replica = await StartNodeAsync();
        await using var first = await ConnectionMultiplexer.ConnectAsync(primary.Endpoint + ",allowAdmin=true");
        await using var second = await ConnectionMultiplexer.ConnectAsync(replica.Endpoint + ",allowAdmin=true");
        var node = first.GetServers()[0];
        await node.ExecuteAsync("CLUSTER", "ADDSLOTSRANGE", 0, 16383);
        await node.ExecuteAsync("CLUSTER", "MEET", "127.0.0.1", replica.Port, ClusterPort(replica));
        var name = (await node.ExecuteAsync("CLUSTER", "MYID")).ToString();
        var other = second.GetServer(replica.Endpoint);
        await Eventually.TrueAsync(
            async () => (await other.ExecuteAsync("CLUSTER", "REPLICATE", name)).ToString() == "OK", "the replica taking its primary");
        await Eventually.TrueAsync(
            async () => (await node.ExecuteAsync("CLUSTER", "INFO")).ToString().Contains("cluster_state:ok", StringComparison.Ordinal)
                && (long)await node.ExecuteAsync("WAIT", 1, 100) == 1,
            "the cluster and its replica in step");
        await Assert.ThrowsAsync<StoreRefusedException>(() => StartAsync(primary.Endpoint));
        await node.ConfigSetAsync("min-replicas-to-write", "1");

        await using var store = await StartAsync(primary.Endpoint);
        foreach (var id in new[] { "default", "sales", "other" })
        {
            var workspace = await WorkspaceUnderTest.OwnAsync(store, id, TimeProvider.System);
            Assert.Equal(CommitAnswer.Applied, await workspace.CommitAsync(Batches.WithFacts(1, 1) with { Tickets = [Batches.Ticket("t1")] }));
            Assert.Equal("t1", Assert.Single((await workspace.LoadAsync()).Record.Tickets).Id);
        }
    }

    [Fact]
    public async Task StartAsync_BehindSentinel_FindsThePrimaryAndAsksForReplicas()
    {
        await using var primary = await RedisProcess.StartAsync(new RedisProcessOptions { Tcp = true, AppendOnly = true });
        await using var replica = await RedisProcess.StartAsync(new RedisProcessOptions
        {
            Tcp = true,
            AppendOnly = true,
            Arguments = ["--replicaof", "127.0.0.1", $"{primary.Port}", "--repl-diskless-sync-delay", "0"],
        });
        await using var sentinel = await RedisProcess.StartAsync(new RedisProcessOptions
        {
            Tcp = true,
            Arguments = ["--sentinel"],
            ConfigurationFile = $"sentinel monitor {Service} 127.0.0.1 {primary.Port} 1\n",
        });
        await using var raw = await ConnectionMultiplexer.ConnectAsync(primary.Endpoint + ",allowAdmin=true");
        await Eventually.TrueAsync(async () => (long)await raw.GetDatabase().ExecuteAsync("WAIT", 1, 100) == 1, "the replica in step");
        var configuration = $"{sentinel.Endpoint},serviceName={Service}";

        var direct = await Assert.ThrowsAsync<StoreRefusedException>(() => StartAsync(sentinel.Endpoint));
        Assert.Contains("add serviceName=", direct.Message);
        var alone = await Assert.ThrowsAsync<StoreRefusedException>(() => StartAsync(configuration));
        Assert.Contains("set min-replicas-to-write 1", alone.Message);
        await raw.GetServers()[0].ConfigSetAsync("min-replicas-to-write", "1");

        await using var store = await StartAsync(configuration);
        var workspace = await WorkspaceUnderTest.OwnAsync(store, "w", TimeProvider.System);
        Assert.Equal(CommitAnswer.Applied, await workspace.CommitAsync(Batches.With(Batches.Ticket("t1"))));
    }

    private static async Task<RedisProcess> StartNodeAsync()
    {
        var port = FreePort.Next();
        return await RedisProcess.StartAsync(new RedisProcessOptions
        {
            Tcp = true,
            Port = port,
            AppendOnly = true,
            Arguments = ["--cluster-enabled", "yes", "--cluster-port", $"{port + ClusterPortAbove}", "--repl-diskless-sync-delay", "0"],
        });
    }

    // Above all that other tests take.
    private const int ClusterPortAbove = 20_000;

    private static int ClusterPort(RedisProcess node) => node.Port + ClusterPortAbove;

    private static async Task<RouterStore> StartAsync(string configuration)
    {
        var store = new RouterStore(
            Options.Create(new RedisOptions { Configuration = configuration, ConnectSeconds = 10 }), TimeProvider.System, NullLoggerFactory.Instance);
        await store.StartAsync(CancellationToken.None);
        return store;
    }
}
