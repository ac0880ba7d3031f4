using Router.Testing;
using StackExchange.Redis;

namespace Router.StandIns.Tests;

[Trait("Category", "long")]
public sealed class RedisSentinelTests
{
    private const string Service = "tickets";

    [Fact]
    public async Task FailOver_UnderLoad_LeadsTheSameConnectionToTheNewPrimary()
    {
        await using var primary = await RedisProcess.StartAsync(new RedisProcessOptions { Tcp = true });
        await using var replica = await RedisProcess.StartAsync(new RedisProcessOptions
        {
            Tcp = true,
            Arguments = ["--replicaof", "127.0.0.1", $"{primary.Port}", "--repl-diskless-sync-delay", "0"],
        });
        await using var first = await StartSentinelAsync(primary.Port);
        await using var second = await StartSentinelAsync(primary.Port);
        await using var third = await StartSentinelAsync(primary.Port);
        await using (var sentinel = await ConnectionMultiplexer.SentinelConnectAsync(first.Endpoint))
        {
            await Eventually.TrueAsync(
                async () =>
                {
                    var known = (await sentinel.GetServers()[0].SentinelMasterAsync(Service)).ToDictionary();
                    return known["num-slaves"] == "1" && known["num-other-sentinels"] == "2";
                },
                "the Sentinels knowing the replica and each other",
                TimeSpan.FromSeconds(40));
        }

        var options = ConfigurationOptions.Parse($"{first.Endpoint},{second.Endpoint},{third.Endpoint},serviceName={Service}");
        options.AbortOnConnectFail = false;
        options.AsyncTimeout = 1000;
        options.SyncTimeout = 1000;
        options.HeartbeatInterval = TimeSpan.FromMilliseconds(100);
        await using var connection = await ConnectionMultiplexer.ConnectAsync(options);
        var load = new RedisCounterLoad(connection.GetDatabase(), callers: 8);
        await load.ProgressAsync("by the first primary");
        await Eventually.TrueAsync(
            async () => (await connection.GetDatabase().ExecuteAsync("WAIT", 1, 100)).ToString() == "1", "the replica in step");

        await primary.Kill9Async();
        await load.ProgressAsync("by the new primary");
        await load.StopAsync();

        var now = connection.GetEndPoints().Select(point => connection.GetServer(point)).Single(server => server.IsConnected && !server.IsReplica);
        Assert.Equal($"127.0.0.1:{replica.Port}", now.EndPoint.ToString());
    }

    private static Task<RedisProcess> StartSentinelAsync(int primaryPort) => RedisProcess.StartAsync(new RedisProcessOptions
    {
        Tcp = true,
        Arguments = ["--sentinel"],
        ConfigurationFile = $"""
            sentinel monitor {Service} 127.0.0.1 {primaryPort} 2
            sentinel down-after-milliseconds {Service} 1000
            sentinel failover-timeout {Service} 3000
            """,
    });
}
