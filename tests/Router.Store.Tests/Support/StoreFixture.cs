using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Router.Server.Store;
using Router.Testing;

namespace Router.Store.Tests.Support;

/// <summary>A Redis and a store on it for one class of tests; each test has a workspace of its own.</summary>
public sealed class StoreFixture : IAsyncLifetime
{
    public RedisProcess Redis { get; private set; } = null!;

    public RouterStore Store { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Redis = await RedisProcess.StartAsync(new RedisProcessOptions { AppendOnly = true });
        Store = await ConnectAsync();
    }

    public async Task DisposeAsync()
    {
        await Store.DisposeAsync();
        await Redis.DisposeAsync();
    }

    /// <summary>Another server's store on the same Redis.</summary>
    public async Task<RouterStore> ConnectAsync(TimeProvider? time = null)
    {
        var options = new RedisOptions { Configuration = Redis.Endpoint };
        var store = new RouterStore(Options.Create(options), time ?? TimeProvider.System, NullLoggerFactory.Instance);
        await store.StartAsync(CancellationToken.None);
        return store;
    }

    /// <summary>A new workspace, claimed.</summary>
    public async Task<WorkspaceUnderTest> OwnAsync() =>
        await WorkspaceUnderTest.OwnAsync(Store, $"w{Guid.NewGuid():n}", TimeProvider.System);
}
