using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Router.Bench.EndToEnd;

namespace Router.Bench.Live;

/// <summary>
/// What a hundred supervisors cost: the same load is put on a server with 2,000 queues and 10,000 agents, a thousand of them signed in, without
/// watchers and with a hundred beside whom another stalls. What is pushed costs the difference of the server's processor time.
/// </summary>
internal static class LiveBench
{
    private const int SignedIn = 1_000;
    private const int Watchers = 100;
    private const int Stalled = 1;
    private const int PerSecond = 100;
    private const int Rounds = 3;
    private const int Tickets = 3_000;

    public static async Task RunAsync(TextWriter output, string binaries, string configuration)
    {
        await using var servers = await ServersUnderTest.StartAsync(binaries, configuration);
        await LiveLoad.PutAsync(servers.RouterAddress, servers.Token);
        var rounds = new List<Round>();
        for (var round = 0; round < Rounds; round++)
        {
            var alone = await LoadAsync(servers);
            var (watched, seen) = await WatchedAsync(servers);
            rounds.Add(new Round(alone, watched, seen));
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"processor {100 * alone.Cores:F1} % of a core without watchers, {100 * watched.Cores:F1} % with {Watchers}; offers p99 {alone.Load.OfferP99Ms:F1} and "
                + $"{watched.Load.OfferP99Ms:F1} ms; {seen.FramesPerSecond:F1} frames/s each, {seen.KilobytesPerSecond:F0} kB/s to all; "
                + $"allocated {alone.MegabytesPerSecond:F1} and {watched.MegabytesPerSecond:F1} MB/s"));
        }

        var median = rounds.OrderBy(r => r.PushCores).ElementAt(Rounds / 2);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{{\"queues\":{LiveLoad.Queues},\"agents\":{LiveLoad.Agents},\"signed_in\":{SignedIn},\"tickets_per_s\":{PerSecond},\"watchers\":{Watchers},\"stalled\":{Stalled},"
            + $"\"push_percent_of_core\":{100 * median.PushCores:F1},\"push_allocated_megabytes_per_s\":{median.PushMegabytesPerSecond:F1},\"frames_per_s\":{median.Seen.FramesPerSecond:F1},\"kilobytes_per_s\":{median.Seen.KilobytesPerSecond:F0},"
            + $"\"offer_p99_ms_unwatched\":{median.Alone.Load.OfferP99Ms:F1},\"offer_p99_ms_watched\":{median.Watched.Load.OfferP99Ms:F1}}}"));
    }

    private static async Task<(Cost Cost, WatchResult Seen)> WatchedAsync(ServersUnderTest servers)
    {
        var planFile = Path.Combine(servers.Folder, "watch.json");
        await File.WriteAllTextAsync(planFile, JsonSerializer.Serialize(new WatchPlan(servers.HttpAddress, servers.Token, Watchers, Stalled)));
        await using var watchers = ChildProcess.Start("dotnet", [Environment.GetCommandLineArgs()[0], "watch", planFile]);
        await watchers.LineAsync();
        var cost = await LoadAsync(servers, () => watchers.TellAsync("measure"));
        await watchers.TellAsync("stop");
        return (cost, JsonSerializer.Deserialize<WatchResult>(await watchers.LastLineAsync())!);
    }

    /// <summary>The cost of a load, its warm-up and the signing in of agents left out.</summary>
    private static async Task<Cost> LoadAsync(ServersUnderTest servers, Func<Task>? begun = null)
    {
        var plan = new LoadPlan(servers.RouterAddress, servers.Token, SignedIn, Streamed: false, PerSecond * 10, Tickets, PerSecond, LiveLoad.Queues);
        var planFile = Path.Combine(servers.Folder, "plan.json");
        await File.WriteAllTextAsync(planFile, JsonSerializer.Serialize(plan));
        await using var client = ChildProcess.Start("dotnet", [Environment.GetCommandLineArgs()[0], "load", planFile]);
        await client.LineAsync();
        if (begun is not null)
        {
            await begun();
        }

        var allocated = await servers.AllocatedBytesAsync();
        var before = servers.Router.CpuSeconds();
        var watch = Stopwatch.StartNew();
        await client.LineAsync();
        var seconds = watch.Elapsed.TotalSeconds;
        var cores = (servers.Router.CpuSeconds() - before) / seconds;
        allocated = await servers.AllocatedBytesAsync() - allocated;
        return new Cost(cores, allocated / seconds / 1_000_000, JsonSerializer.Deserialize<LoadResult>(await client.LastLineAsync())!);
    }

    private sealed record Cost(double Cores, double MegabytesPerSecond, LoadResult Load);

    private sealed record Round(Cost Alone, Cost Watched, WatchResult Seen)
    {
        public double PushCores => Watched.Cores - Alone.Cores;

        public double PushMegabytesPerSecond => Watched.MegabytesPerSecond - Alone.MegabytesPerSecond;
    }
}
