using System.Text.Json;
using Router.ProcessTests.Infrastructure;
using Router.Testing;

namespace Router.ProcessTests.Kill;

/// <summary>Kills the server again and again in the middle of traffic, and lets an independent checker say what became of it all.</summary>
[Trait("Category", "kill")]
public sealed class KillTests
{
    private const int Kills = 6;
    private const int Calls = 2_200;
    private const int Agents = 40;

    [Fact]
    public async Task Nothing_acknowledged_is_lost_doubled_or_untold_by_six_kills_under_load()
    {
        await using var server = await ServerProcess.StartAsync();
        using var clients = await Clients.OpenAsync(server);
        await clients.SetUpAsync(Agents);
        using var journal = new Journal(Path.Combine(server.Folder, "journal"));
        using var stop = new CancellationTokenSource();
        var traffic = new Traffic(server, clients, journal);
        var working = traffic.WorkAsync(Agents, stop.Token);
        var submitting = traffic.SubmitAsync(Calls);

        for (var kill = 1; kill <= Kills; kill++)
        {
            var due = Calls * kill / (Kills + 1);
            await Eventually.TrueAsync(() => Task.FromResult(traffic.Submitted >= due), $"{due} submits before kill {kill}", TimeSpan.FromMinutes(2));
            await server.Kill9Async();
            await server.StartAsync();
        }

        await Eventually.DoneAsync(submitting, "all submits", TimeSpan.FromMinutes(3));
        await Eventually.TrueAsync(traffic.AllOverAsync, "every ticket to end", TimeSpan.FromMinutes(3));
        await stop.CancelAsync();
        await Eventually.DoneAsync(working, "the agents to sign out", TimeSpan.FromMinutes(1));

        var check = await RouterCommand.RunAsync(server, "check", journal.Folder);
        var tally = JsonSerializer.Deserialize<JsonElement>(check.LastLine);
        Report(tally);
        Assert.True(check.ExitCode == 0, check.Errors + check.Output + server.Output);
        Assert.Equal(Calls, tally.GetProperty("submitted").GetInt32());
    }

    private static void Report(JsonElement tally) => TestReport.Write("kill", new
    {
        kills = Kills,
        tickets = tally.GetProperty("submitted").GetInt32(),
        lost = tally.GetProperty("lost").GetInt32(),
        owned_twice = tally.GetProperty("owned_twice").GetInt32(),
        events_missing = tally.GetProperty("events_missing").GetInt32(),
    });
}
