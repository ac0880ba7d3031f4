using Router.ProcessTests.Infrastructure;
using Router.Testing;
using StackExchange.Redis;

namespace Router.ProcessTests.Kill;

/// <summary>Redis with two replicas and three Sentinels: its primary goes in the middle of traffic.</summary>
[Trait("Category", "long")]
public sealed class FailOverTests
{
    private const string Service = "tickets";
    private const int Calls = 600;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public Task Nothing_acknowledged_is_lost_doubled_or_untold_when_the_primary_is_killed() => PlayAsync(confirming: 1, primary => primary.Kill9Async(), _ => { });

    // Held, it still has a replica for a moment when it goes on: what one confirms may be lost, what both confirm not.
    [Fact]
    public Task Nothing_acknowledged_is_lost_doubled_or_untold_when_the_primary_is_cut_off_and_comes_back() => PlayAsync(
        confirming: 2,
        primary =>
        {
            primary.Pause();
            return Task.CompletedTask;
        },
        primary => primary.Continue());

    private static async Task PlayAsync(int confirming, Func<RedisProcess, Task> trouble, Action<RedisProcess> after)
    {
        await using var primary = await StartAsync();
        await using var one = await StartAsync("--replicaof", "127.0.0.1", $"{primary.Port}");
        await using var two = await StartAsync("--replicaof", "127.0.0.1", $"{primary.Port}");
        await using var first = await StartSentinelAsync(primary.Port);
        await using var second = await StartSentinelAsync(primary.Port);
        await using var third = await StartSentinelAsync(primary.Port);
        await using var sentinel = await ConnectionMultiplexer.SentinelConnectAsync(first.Endpoint);
        await Eventually.TrueAsync(() => KnowsAllAsync(sentinel), "the Sentinels knowing the replicas and each other", Patience);
        await using var server = await ServerProcess.StartAsync(new()
        {
            ["Redis__Configuration"] = $"{first.Endpoint},{second.Endpoint},{third.Endpoint},serviceName={Service}",
            ["Redis__ConfirmingReplicas"] = $"{confirming}",
        });

        await CheckedTraffic.PlayAsync(server, Calls, async () =>
        {
            await trouble(primary);
            await Eventually.TrueAsync(async () => await PrimaryAsync(sentinel) != primary.Port, "a replica to be the primary", Patience);
            after(primary);
        });

        Assert.Contains(await PrimaryAsync(sentinel), new[] { one.Port, two.Port });
    }

    private static async Task<bool> KnowsAllAsync(ConnectionMultiplexer sentinel)
    {
        var known = (await sentinel.GetServers()[0].SentinelMasterAsync(Service)).ToDictionary();
        return known["num-slaves"] == "2" && known["num-other-sentinels"] == "2";
    }

    private static async Task<int> PrimaryAsync(ConnectionMultiplexer sentinel) =>
        ((System.Net.IPEndPoint)(await sentinel.GetServers()[0].SentinelGetMasterAddressByNameAsync(Service))!).Port;

    private static Task<RedisProcess> StartAsync(params string[] arguments) => RedisProcess.StartAsync(new()
    {
        Tcp = true,
        AppendOnly = true,
        Arguments = [.. arguments, "--repl-diskless-sync-delay", "0", "--min-replicas-to-write", "1"],
    });

    private static Task<RedisProcess> StartSentinelAsync(int primaryPort) => RedisProcess.StartAsync(new()
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
