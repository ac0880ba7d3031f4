using Router.Testing;
using StackExchange.Redis;

namespace Router.StandIns.Tests;

public sealed class RedisReconnectTests
{
    private const int Callers = 16;

    [Fact]
    public async Task Kill9AndRestart_UnderLoad_LosesNothingAcknowledged()
    {
        await using var redis = await RedisProcess.StartAsync(new RedisProcessOptions { AppendOnly = true });
        await using var connection = await ConnectAsync(redis);
        var load = new RedisCounterLoad(connection.GetDatabase(), Callers);

        for (var round = 1; round <= 3; round++)
        {
            await load.ProgressAsync($"before kill {round}");
            await redis.Kill9Async();
            await redis.RestartAsync();
            await load.ProgressAsync($"after restart {round}");
        }

        await load.StopAsync();
        await load.AssertKeptAsync();
    }

    [Fact]
    public async Task ClientKillStorm_UnderLoad_LosesNothingAcknowledged()
    {
        await using var redis = await RedisProcess.StartAsync();
        await using var connection = await ConnectAsync(redis);
        await using var killer = await ConnectAsync(redis);
        var load = new RedisCounterLoad(connection.GetDatabase(), Callers);

        for (var round = 1; round <= 30; round++)
        {
            await load.ProgressAsync($"before storm {round}");
            await killer.GetServers()[0].ExecuteAsync("CLIENT", "KILL", "SKIPME", "yes");
        }

        await load.ProgressAsync("after the storm");
        await load.StopAsync();
        await load.AssertKeptAsync();
    }

    [Fact]
    public async Task PausedServer_TimesCallsOut_AndMixesNoReplyAfterwards()
    {
        await using var redis = await RedisProcess.StartAsync();
        await using var connection = await ConnectAsync(redis);
        var database = connection.GetDatabase();

        redis.Pause();
        var paused = Enumerable.Range(0, 100).Select(i => database.ExecuteAsync("ECHO", $"paused {i}")).ToList();
        foreach (var call in paused)
        {
            await Assert.ThrowsAnyAsync<TimeoutException>(() => Eventually.DoneAsync(call, "the call's own time-out"));
        }

        redis.Continue();

        await Eventually.TrueAsync(async () => (string?)await database.ExecuteAsync("ECHO", "again") == "again", "the first reply");
        for (var i = 0; i < 1000; i++)
        {
            Assert.Equal($"after {i}", (string?)await database.ExecuteAsync("ECHO", $"after {i}"));
        }
    }

    [Fact]
    public async Task PausedServer_WithFullBuffers_ThenKilled_IsLeftAndFoundAgain()
    {
        await using var redis = await RedisProcess.StartAsync();
        await using var connection = await ConnectAsync(redis);
        var database = connection.GetDatabase();

        redis.Pause();
        var stuck = Enumerable.Range(0, 16).Select(i => database.StringSetAsync($"stuck:{i}", new byte[1024 * 1024])).ToList();
        await redis.Kill9Async();

        foreach (var call in stuck)
        {
            await Assert.ThrowsAnyAsync<Exception>(() => Eventually.DoneAsync(call, "an error for a call that could not be sent"));
            Assert.True(call.IsCompleted, "ended by an error of its own");
        }

        await redis.RestartAsync();
        await Eventually.TrueAsync(() => database.StringSetAsync("after", 1), "a command after the restart");
    }

    [Fact]
    public async Task Close_WhileTheServerIsPausedAndBuffersAreFull_Ends()
    {
        await using var redis = await RedisProcess.StartAsync();
        var connection = await ConnectAsync(redis);
        redis.Pause();
        var stuck = Enumerable.Range(0, 16)
            .Select(i => connection.GetDatabase().StringSetAsync($"stuck:{i}", new byte[1024 * 1024]))
            .ToList();

        await Eventually.DoneAsync(connection.CloseAsync(allowCommandsToComplete: false), "the closed connection");

        foreach (var call in stuck)
        {
            await Assert.ThrowsAnyAsync<Exception>(() => Eventually.DoneAsync(call, "an error for every call under way"));
            Assert.True(call.IsCompleted, "ended by an error of its own");
        }
    }

    [Fact]
    public async Task Connect_ToNoServer_FailsInTime_AndFindsItLater()
    {
        var options = new RedisProcessOptions { Tcp = true, Port = FreePort.Next() };
        var connecting = ConnectionMultiplexer.ConnectAsync($"127.0.0.1:{options.Port},connectTimeout=500,connectRetry=1");
        await Assert.ThrowsAsync<RedisConnectionException>(() => Eventually.DoneAsync(connecting, "the refusal"));

        await using var connection = await ConnectionMultiplexer.ConnectAsync(
            $"127.0.0.1:{options.Port},connectTimeout=500,abortConnect=false");
        await using var redis = await RedisProcess.StartAsync(options);

        await Eventually.TrueAsync(() => connection.GetDatabase().StringSetAsync("late", 1), "a command after a late start");
    }

    private static Task<ConnectionMultiplexer> ConnectAsync(RedisProcess redis)
    {
        var options = ConfigurationOptions.Parse(redis.Endpoint);
        options.AllowAdmin = true;
        options.AsyncTimeout = 1000;

        // Also how long a command waits for a lost connection to return.
        options.SyncTimeout = 1000;
        options.ConnectTimeout = 1000;
        options.HeartbeatInterval = TimeSpan.FromMilliseconds(100);
        options.ReconnectRetryPolicy = new LinearRetry(50);
        return ConnectionMultiplexer.ConnectAsync(options);
    }
}
