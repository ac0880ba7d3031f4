using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Router.Server.Store;

namespace Router.Store.Tests;

/// <summary>A server that has nothing but a store, to be killed by a test: its argument is the data folder of its private Redis.</summary>
public static class Program
{
    /// <summary>What it prints once the store is started.</summary>
    public const string Ready = "ready";

    public static async Task Main(string[] arguments)
    {
        var options = new RedisOptions { DataFolder = arguments[0] };
        await using var store = new RouterStore(Options.Create(options), TimeProvider.System, NullLoggerFactory.Instance);
        await store.StartAsync(CancellationToken.None);
        Console.WriteLine(Ready);

        // Until its input ends: with the test at the latest.
        await Console.In.ReadToEndAsync();
    }
}
