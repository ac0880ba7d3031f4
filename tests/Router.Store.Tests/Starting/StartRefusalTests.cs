using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Router.Server.Store;
using Router.Testing;

namespace Router.Store.Tests.Starting;

public sealed class StartRefusalTests
{
    [Fact]
    public async Task StartAsync_OnARedisWithoutAppendOnly_IsRefusedUnlessAllowed()
    {
        await using var redis = await RedisProcess.StartAsync();

        var refused = await Assert.ThrowsAsync<StoreRefusedException>(() => StartAsync(redis.Endpoint));
        Assert.Contains("set appendonly yes", refused.Message);

        await using var allowed = Store(new RedisOptions { Configuration = redis.Endpoint, AllowNoAppendOnly = true });
        await allowed.StartAsync(CancellationToken.None);
        Assert.True(allowed.IsConnected);
    }

    [Fact]
    public async Task StartAsync_OnARedisThatEvicts_IsRefused()
    {
        await using var redis = await RedisProcess.StartAsync(new RedisProcessOptions
        {
            AppendOnly = true,
            Arguments = ["--maxmemory", "100mb", "--maxmemory-policy", "allkeys-lru"],
        });

        Assert.Contains("set maxmemory-policy noeviction", (await Assert.ThrowsAsync<StoreRefusedException>(() => StartAsync(redis.Endpoint))).Message);
    }

    [Fact]
    public async Task StartAsync_OnAClusterWithoutReplicas_IsRefused()
    {
        await using var redis = await RedisProcess.StartAsync(new RedisProcessOptions
        {
            Tcp = true,
            AppendOnly = true,
            Arguments = ["--cluster-enabled", "yes", "--cluster-port", $"{FreePort.Next()}"],
        });

        Assert.Contains("set min-replicas-to-write 1", (await Assert.ThrowsAsync<StoreRefusedException>(() => StartAsync(redis.Endpoint))).Message);
    }

    [Fact]
    public async Task StartAsync_OnSomethingThatIsNotRedis_SaysWhatItSaid()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var serving = ServeAsync(listener, "HTTP/1.1 400 Bad Request\r\n\r\n"u8.ToArray());

        var refused = await Assert.ThrowsAsync<StoreRefusedException>(() => StartAsync(listener.LocalEndpoint.ToString()!));

        Assert.Contains("is not Redis: to PING it said 'HTTP/1.1 400 Bad Request'", refused.Message);
        listener.Stop();
        await serving;
    }

    [Fact]
    public async Task StartAsync_WhereNobodyListens_GivesUpAndSaysWhere()
    {
        var address = $"127.0.0.1:{FreePort.Next()}";

        var refused = await Assert.ThrowsAsync<StoreRefusedException>(() => StartAsync(address));

        Assert.Contains(address, refused.Message);
        Assert.Contains("did not answer within 1 s", refused.Message);
        Assert.Contains("Redis:Configuration", refused.Message);
    }

    [Fact]
    public async Task StartAsync_WithAWrongPassword_SaysSoAndKeepsItSecret()
    {
        await using var redis = await RedisProcess.StartAsync(new RedisProcessOptions { AppendOnly = true, Arguments = ["--requirepass", "right-word"] });

        var refused = await Assert.ThrowsAsync<StoreRefusedException>(() => StartAsync(redis.Endpoint + ",password=wrong-word"));

        Assert.Contains("Verify if the Redis password provided is correct", refused.Message);
        Assert.DoesNotContain("wrong-word", refused.Message);
        await using var store = Store(new RedisOptions { Configuration = redis.Endpoint + ",password=right-word" });
        await store.StartAsync(CancellationToken.None);
    }

    [Fact]
    public async Task StartAsync_BeforeRedisIsUp_WaitsForIt()
    {
        var port = FreePort.Next();
        await using var store = Store(new RedisOptions { Configuration = $"127.0.0.1:{port}" });
        var starting = store.StartAsync(CancellationToken.None);
        await using var redis = await RedisProcess.StartAsync(new RedisProcessOptions { Tcp = true, Port = port, AppendOnly = true });

        await Eventually.DoneAsync(starting, "the store's start");
        Assert.True(store.IsConnected);
    }

    [Fact]
    public async Task StartAsync_WithAUserWhoMayNotLoadFunctions_SaysWhatHeMustBeAllowed()
    {
        await using var redis = await RedisProcess.StartAsync(new RedisProcessOptions
        {
            AppendOnly = true,
            Arguments = ["--user", "router", "on", ">pw", "~*", "&*", "+@all", "-function"],
        });

        var refused = await Assert.ThrowsAsync<StoreRefusedException>(() => StartAsync(redis.Endpoint + ",user=router,password=pw"));

        Assert.Contains("FUNCTION LOAD", refused.Message);
    }

    private static async Task StartAsync(string configuration)
    {
        await using var store = Store(new RedisOptions { Configuration = configuration, ConnectSeconds = 1 });
        await store.StartAsync(CancellationToken.None);
    }

    private static RouterStore Store(RedisOptions options) =>
        new(Options.Create(options), TimeProvider.System, NullLoggerFactory.Instance);

    private static async Task ServeAsync(TcpListener listener, byte[] answer)
    {
        try
        {
            while (true)
            {
                using var client = await listener.AcceptSocketAsync();
                await client.ReceiveAsync(new byte[64]);
                await client.SendAsync(answer);
            }
        }
        catch (SocketException)
        {
            // The listener was stopped.
        }
    }
}
