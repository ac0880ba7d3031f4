using System.Text.Json;
using Router.ProcessTests.Infrastructure;

namespace Router.ProcessTests.Soak;

/// <summary>A whole day of the bank, and the same day again on the next one: nothing is lost, and nothing piles up.</summary>
[Trait("Category", "long")]
[Trait("Category", "soak")]
public sealed class SoakTests
{
    private const int Speed = 60;
    private const double MostGrowth = 1.1;
    private const string Day = "1999-08-02";
    private const string NextDay = "1999-08-03";
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(60);

    private readonly string _demo = Path.Combine(Binaries.Root, "demo");

    [Fact]
    public async Task A_second_day_takes_no_more_memory_than_the_first()
    {
        await using var server = await ServerProcess.StartAsync(new()
        {
            ["Router__Clock__Speed"] = $"{Speed}",
            ["Router__Clock__Start"] = $"{Day}T06:45:00Z",
        });
        await SucceedsAsync(server, "setup", Path.Combine(_demo, "setup.json"), "--wait");
        var log = Path.Combine(_demo, $"bank-{Day}.csv");
        var first = await PlayAsync(server, log);
        var nextLog = Path.Combine(server.Folder, $"bank-{NextDay}.csv");
        await File.WriteAllTextAsync(nextLog, (await File.ReadAllTextAsync(log)).Replace(Day, NextDay, StringComparison.Ordinal));
        var second = await PlayAsync(server, nextLog);

        Report(first, second);
        // The heap itself is small, and holds a day of request ids by real time, which is not over here.
        Assert.True(second.Memory.ResidentBytes <= MostGrowth * first.Memory.ResidentBytes, $"The process grew from {first.Memory} to {second.Memory}.");
    }

    private static async Task<(JsonElement Tally, Memory Memory)> PlayAsync(ServerProcess server, string log)
    {
        var journal = Path.Combine(server.Folder, "journal-" + Path.GetFileNameWithoutExtension(log));
        await SucceedsAsync(server, "replay", log, "--from", "7:00", "--journal", journal);
        var check = await SucceedsAsync(server, "check", journal, "--log", log, "--from", "7:00");
        return (JsonSerializer.Deserialize<JsonElement>(check.LastLine), await MemoryReading.OfAsync(server));
    }

    private static async Task<CommandResult> SucceedsAsync(ServerProcess server, params string[] arguments)
    {
        var result = await RouterCommand.RunAsync(server, Timeout, arguments);
        Assert.True(result.ExitCode == 0, result.Errors + result.Output + server.Output);
        return result;
    }

    private static void Report((JsonElement Tally, Memory Memory) first, (JsonElement Tally, Memory Memory) second)
    {
        static double Megabytes(long bytes) => Math.Round(bytes / 1e6, 1);
        int Both(string figure) => first.Tally.GetProperty(figure).GetInt32() + second.Tally.GetProperty(figure).GetInt32();
        TestReport.Write("soak", new
        {
            tickets = Both("submitted"),
            lost = Both("lost"),
            owned_twice = Both("owned_twice"),
            events_missing = Both("events_missing"),
            heap_mb = new[] { Megabytes(first.Memory.HeapBytes), Megabytes(second.Memory.HeapBytes) },
            resident_mb = new[] { Megabytes(first.Memory.ResidentBytes), Megabytes(second.Memory.ResidentBytes) },
        });
    }
}
