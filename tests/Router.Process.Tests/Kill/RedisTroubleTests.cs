using Router.ProcessTests.Infrastructure;
using Router.Testing;
using StackExchange.Redis;

namespace Router.ProcessTests.Kill;

/// <summary>Redis refuses, hangs or forgets the functions in the middle of traffic, and an independent checker says what became of it all.</summary>
public sealed class RedisTroubleTests
{
    private const int Calls = 240;

    private static readonly Dictionary<string, Func<IServer, ServerProcess, Task>> Troubles = new()
    {
        ["full memory, in which the server is killed"] = async (redis, server) =>
        {
            await redis.ExecuteAsync("CONFIG", "SET", "maxmemory", "1mb");
            await PassAsync(2);
            await server.Kill9Async();
            await server.StartAsync();
            await PassAsync(2);
            await redis.ExecuteAsync("CONFIG", "SET", "maxmemory", "0");
        },
        ["a replica for a while"] = async (redis, _) =>
        {
            await redis.ExecuteAsync("REPLICAOF", "127.0.0.1", "1");
            await PassAsync(4);
            await redis.ExecuteAsync("REPLICAOF", "NO", "ONE");
        },
        ["a pause longer than a command may take"] = (redis, _) => redis.ExecuteAsync("CLIENT", "PAUSE", "8000", "ALL"),
        ["its functions gone for a while"] = async (redis, _) =>
        {
            var dump = (byte[])(await redis.ExecuteAsync("FUNCTION", "DUMP"))!;
            await redis.ExecuteAsync("FUNCTION", "FLUSH");
            await PassAsync(4);
            await redis.ExecuteAsync("FUNCTION", "RESTORE", dump);
        },
    };

    public static TheoryData<string> Names => [.. Troubles.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Nothing_acknowledged_is_lost_doubled_or_untold_by_a_Redis_with(string trouble)
    {
        await using var redis = await RedisProcess.StartAsync(new() { Tcp = true, AppendOnly = true });
        await using var admin = await ConnectionMultiplexer.ConnectAsync($"{redis.Endpoint},allowAdmin=true");
        await using var server = await ServerProcess.StartAsync(new() { ["Redis__Configuration"] = redis.Endpoint });
        await CheckedTraffic.PlayAsync(server, Calls, () => Troubles[trouble](admin.GetServers().Single(), server));
    }

    private static async Task PassAsync(int seconds)
    {
        using var time = new PeriodicTimer(TimeSpan.FromSeconds(seconds));
        await time.WaitForNextTickAsync();
    }
}
