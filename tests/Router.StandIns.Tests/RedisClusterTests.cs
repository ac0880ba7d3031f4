using System.Diagnostics;
using Router.Testing;
using StackExchange.Redis;

namespace Router.StandIns.Tests;

[Trait("Category", "long")]
public sealed class RedisClusterTests : IAsyncLifetime
{
    private const int Nodes = 3;
    private const string Library = """
        #!lua name=counting
        redis.register_function('count', function(keys, args) return redis.call('INCRBY', keys[1], args[1]) end)
        """;

    private readonly List<RedisProcess> _nodes = [];
    private ConnectionMultiplexer? _connection;

    private ConnectionMultiplexer Connection => _connection ?? throw new InvalidOperationException("Not started.");

    public async Task InitializeAsync()
    {
        for (var i = 0; i < Nodes; i++)
        {
            _nodes.Add(await RedisProcess.StartAsync(new RedisProcessOptions
            {
                Tcp = true,
                AppendOnly = true,
                Arguments = ["--cluster-enabled", "yes", "--cluster-port", $"{FreePort.Next()}", "--cluster-node-timeout", "2000"],
            }));
        }

        string[] arguments = ["--cluster", "create", .. _nodes.Select(node => node.Endpoint), "--cluster-yes"];
        using var create = Process.Start(new ProcessStartInfo("redis-cli", arguments) { RedirectStandardOutput = true })!;
        var said = await Eventually.DoneAsync(create.StandardOutput.ReadToEndAsync(), "redis-cli --cluster create", TimeSpan.FromSeconds(60));
        await create.WaitForExitAsync();
        Assert.True(create.ExitCode == 0, said);

        var options = ConfigurationOptions.Parse(string.Join(',', _nodes.Select(node => node.Endpoint)));
        options.AllowAdmin = true;
        options.AsyncTimeout = 2000;
        options.SyncTimeout = 2000;
        options.HeartbeatInterval = TimeSpan.FromMilliseconds(100);
        options.ReconnectRetryPolicy = new LinearRetry(50);
        _connection = await ConnectionMultiplexer.ConnectAsync(options);
        await ClusterWholeAsync();
        foreach (var server in Connection.GetServers())
        {
            await server.ExecuteAsync("FUNCTION", "LOAD", Library);
        }
    }

    public async Task DisposeAsync()
    {
        if (_connection is not null)
        {
            await _connection.DisposeAsync();
        }

        foreach (var node in _nodes)
        {
            await node.DisposeAsync();
        }
    }

    [Fact]
    public async Task FunctionCalls_ReachTheNodeOfTheirKey_AlsoAfterOneWasKilled()
    {
        await CountAllAsync(1);
        foreach (var server in Connection.GetServers())
        {
            Assert.InRange(await server.DatabaseSizeAsync(), 50, 150);
        }

        await _nodes[1].Kill9Async();
        await _nodes[1].RestartAsync();
        await ClusterWholeAsync();
        await Eventually.TrueAsync(
            async () => await Task.WhenAll(Connection.GetServers().Select(server => server.PingAsync())) is { Length: Nodes },
            "an answer of every node");

        await CountAllAsync(2);
    }

    [Fact]
    public async Task KeysOfOneTag_LieOnOneNode()
    {
        var database = Connection.GetDatabase();
        var transaction = database.CreateTransaction();
        var done = Enumerable.Range(0, 20).Select(i => transaction.StringSetAsync($"{{workspace}}:{i}", i)).ToList();

        Assert.True(await transaction.ExecuteAsync());
        Assert.All(await Task.WhenAll(done), Assert.True);
    }

    private async Task CountAllAsync(int expected)
    {
        var database = Connection.GetDatabase();
        await Task.WhenAll(Enumerable.Range(0, 300).Select(async i =>
            Assert.Equal(expected, (int)await database.ExecuteAsync("FCALL", "count", 1, (RedisKey)$"key:{i}", 1))));
    }

    private Task ClusterWholeAsync() => Eventually.TrueAsync(
        async () =>
        {
            foreach (var server in Connection.GetServers())
            {
                if (!((string?)await server.ExecuteAsync("CLUSTER", "INFO"))!.Contains("cluster_state:ok", StringComparison.Ordinal))
                {
                    return false;
                }
            }

            return true;
        },
        "cluster_state:ok on every node",
        TimeSpan.FromSeconds(40));
}
