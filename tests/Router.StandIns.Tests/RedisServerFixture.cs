using Router.Testing;
using StackExchange.Redis;

namespace Router.StandIns.Tests;

/// <summary>One Redis and one connection for the tests that leave both whole.</summary>
public sealed class RedisServerFixture : IAsyncLifetime
{
    private RedisProcess? _redis;
    private ConnectionMultiplexer? _connection;

    public ConnectionMultiplexer Connection => _connection ?? throw new InvalidOperationException("Not started.");

    public IDatabase Database => Connection.GetDatabase();

    public async Task InitializeAsync()
    {
        _redis = await RedisProcess.StartAsync();
        _connection = await ConnectionMultiplexer.ConnectAsync(_redis.Endpoint);
    }

    public async Task DisposeAsync()
    {
        await Connection.DisposeAsync();
        await (_redis?.DisposeAsync() ?? ValueTask.CompletedTask);
    }
}
