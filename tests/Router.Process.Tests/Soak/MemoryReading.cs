using System.Diagnostics.Tracing;
using System.Globalization;
using System.Net.Http.Headers;
using Microsoft.Diagnostics.NETCore.Client;
using Router.ProcessTests.Infrastructure;
using Router.Testing;

namespace Router.ProcessTests.Soak;

/// <summary>Reads a server's memory after a full collection, which is asked for through .NET's diagnostic port.</summary>
internal static class MemoryReading
{
    private const int StableReadings = 40;
    private static readonly TimeSpan AskAgain = TimeSpan.FromMilliseconds(250);

    private const string Runtime = "Microsoft-Windows-DotNETRuntime";

    // Of the runtime's events: those of the collector, and a full collection when somebody begins to listen.
    private const long Collections = 0x1;
    private const long CollectNow = 0x800000;

    private const string Heap = "dotnet_gc_last_collection_heap_size_bytes";
    private const string FullCollections = """dotnet_gc_collections_total{gc_heap_generation="gen2"}""";

    public static async Task<Memory> OfAsync(ServerProcess server)
    {
        var token = await RouterCommand.TokenAsync(server, "admin", "soak");
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        Task<string> ReadAsync() => http.GetStringAsync(new Uri($"http://127.0.0.1:{server.HttpPort}/metrics"));

        var before = Sum(await ReadAsync(), FullCollections);
        var client = new DiagnosticsClient(server.Id);
        using (var session = await client.StartEventPipeSessionAsync(
            [new EventPipeProvider(Runtime, EventLevel.Informational, Collections | CollectNow)], requestRundown: false, token: CancellationToken.None))
        {
            var events = session.EventStream.CopyToAsync(Stream.Null);
            await Eventually.TrueAsync(async () => Sum(await ReadAsync(), FullCollections) > before, "a full collection");
            await session.StopAsync(CancellationToken.None);
            await Eventually.DoneAsync(events, "the end of the runtime's events");
        }

        return new Memory((long)Sum(await ReadAsync(), Heap), await ResidentAsync(server.Id));
    }

    // What is free is given back to the system bit by bit, after the collection.
    private static async Task<long> ResidentAsync(int processId)
    {
        using var timer = new PeriodicTimer(AskAgain);
        var (least, since) = (Resident(processId), 0);
        while (since < StableReadings && await timer.WaitForNextTickAsync())
        {
            var now = Resident(processId);
            (least, since) = now < least ? (now, 0) : (least, since + 1);
        }

        return least;
    }

    private static double Sum(string metrics, string name)
    {
        var values = metrics.Split('\n').Where(l => l.StartsWith(name, StringComparison.Ordinal))
            .Select(l => double.Parse(l[(l.LastIndexOf(' ') + 1)..], CultureInfo.InvariantCulture)).ToList();
        return values.Count > 0 ? values.Sum() : throw new InvalidOperationException($"/metrics has no {name}.");
    }

    private static long Resident(int processId)
    {
        var line = File.ReadLines($"/proc/{processId}/status").Single(l => l.StartsWith("VmRSS:", StringComparison.Ordinal));
        return 1024 * long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
    }
}
