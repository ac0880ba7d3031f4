using System.Diagnostics;

namespace Router.Bench.Live;

/// <summary>Supervisors in one process: watches until a line comes in.</summary>
internal static class WatchClient
{
    public static async Task<WatchResult> RunAsync(WatchPlan plan, TextReader input, TextWriter output)
    {
        using var stop = new CancellationTokenSource();
        var all = Enumerable.Range(0, plan.Watchers + plan.Stalled).Select(_ => new HubWatcher()).ToList();
        await Task.WhenAll(all.Select(w => w.ConnectAsync(new Uri(plan.Address), plan.Token)));
        var watching = all.Take(plan.Watchers).ToList();
        var reading = Task.WhenAll(watching.Select(w => w.ReadAsync(stop.Token)));
        await output.WriteLineAsync("watching");

        // The first frames hold everything.
        await input.ReadLineAsync();
        var (frames, bytes) = (watching.Select(w => w.Messages).ToList(), watching.Sum(w => w.Bytes));
        var watch = Stopwatch.StartNew();
        await await Task.WhenAny(reading, input.ReadLineAsync());
        var seconds = watch.Elapsed.TotalSeconds;
        var result = new WatchResult(
            watching.Select((w, i) => w.Messages - frames[i]).Min() / seconds, (watching.Sum(w => w.Bytes) - bytes) / seconds / 1_000);
        await stop.CancelAsync();
        await reading;
        all.ForEach(w => w.Dispose());
        return result;
    }
}
