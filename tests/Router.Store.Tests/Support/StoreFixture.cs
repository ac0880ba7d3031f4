using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Router.Server.Store;
using Router.Testing;
using StackExchange.Redis;

namespace Router.Store.Tests.Support;

/// <summary>A Redis and a store on it for one class of tests; each test has a workspace of its own.</summary>
public sealed class StoreFixture : IAsyncLifetime
{
    /// <summary>The fewest events that may be kept.</summary>
    private const long FewestEvents = 1_000;

    public RedisProcess Redis { get; private set; } = null!;

    public RouterStore Store { get; private set; } = null!;

    /// <summary>A plain connection, for what a store never does.</summary>
    public ConnectionMultiplexer Raw { get; private set; } = null!;

    public IDatabase Database => Raw.GetDatabase();

    public async Task InitializeAsync()
    {
        Redis = await RedisProcess.StartAsync(new RedisProcessOptions { AppendOnly = true });
        Store = await ConnectAsync();
        Raw = await ConnectionMultiplexer.ConnectAsync(Redis.Endpoint + ",allowAdmin=true");
    }

    public async Task DisposeAsync()
    {
        await Raw.DisposeAsync();
        await Store.DisposeAsync();
        await Redis.DisposeAsync();
    }

    /// <summary>Another server's store on the same Redis.</summary>
    public async Task<RouterStore> ConnectAsync(TimeProvider? time = null)
    {
        var options = new RedisOptions { Configuration = Redis.Endpoint, EventsKept = FewestEvents };
        var store = new RouterStore(Options.Create(options), time ?? TimeProvider.System, NullLoggerFactory.Instance);
        await store.StartAsync(CancellationToken.None);
        return store;
    }

    /// <summary>A new workspace, claimed.</summary>
    public async Task<WorkspaceUnderTest> OwnAsync(RouterStore? store = null, TimeProvider? time = null) =>
        await WorkspaceUnderTest.OwnAsync(store ?? Store, $"w{Guid.NewGuid():n}", time ?? TimeProvider.System);

    /// <summary>All keys of a workspace with their contents, as Redis dumps them.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="but">Keys left out, by their last part.</param>
    public async Task<SortedDictionary<string, byte[]>> DumpAsync(WorkspaceUnderTest workspace, params string[] but)
    {
        var dump = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        await foreach (var key in Raw.GetServers()[0].KeysAsync(pattern: $"router:{{{workspace.Store.Workspace}}}:*"))
        {
            if (!but.Contains(key.ToString().Split(':', 3)[2]))
            {
                dump.Add(key!, (await Database.KeyDumpAsync(key))!);
            }
        }

        return dump;
    }

    /// <summary>Brings a workspace back to what it was.</summary>
    public async Task RestoreAsync(WorkspaceUnderTest workspace, SortedDictionary<string, byte[]> dump)
    {
        foreach (var key in (await DumpAsync(workspace)).Keys)
        {
            await Database.KeyDeleteAsync(key);
        }

        foreach (var (key, value) in dump)
        {
            await Database.KeyRestoreAsync(key, value);
        }
    }
}
