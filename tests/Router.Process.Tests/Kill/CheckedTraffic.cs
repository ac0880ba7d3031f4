using System.Text.Json;
using Router.ProcessTests.Infrastructure;
using Router.Testing;

namespace Router.ProcessTests.Kill;

/// <summary>Traffic with trouble in the middle of it, and an independent checker that says what became of it all.</summary>
internal static class CheckedTraffic
{
    private const int Agents = 20;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Plays it to the end: nothing may be lost, owned twice or untold.</summary>
    /// <param name="server">The server.</param>
    /// <param name="calls">How many calls.</param>
    /// <param name="trouble">What happens after a quarter of them.</param>
    public static async Task PlayAsync(ServerProcess server, int calls, Func<Task> trouble)
    {
        using var clients = await Clients.OpenAsync(server);
        await clients.SetUpAsync(Agents);
        using var journal = new Journal(Path.Combine(server.Folder, "journal"));
        using var stop = new CancellationTokenSource();
        var traffic = new Traffic(server, clients, journal);
        var working = traffic.WorkAsync(Agents, stop.Token);
        var submitting = traffic.SubmitAsync(calls);

        await Eventually.TrueAsync(() => Task.FromResult(traffic.Submitted >= calls / 4), "submits before the trouble", Patience);
        await trouble();

        await Eventually.DoneAsync(submitting, "all submits", Patience);
        await Eventually.TrueAsync(traffic.AllOverAsync, "every ticket to end", Patience);
        await stop.CancelAsync();
        await Eventually.DoneAsync(working, "the agents to sign out");
        var check = await RouterCommand.RunAsync(server, "check", journal.Folder);
        Assert.True(check.ExitCode == 0, check.Errors + check.Output + server.Output);
        Assert.Equal(calls, JsonSerializer.Deserialize<JsonElement>(check.LastLine).GetProperty("submitted").GetInt32());
    }
}
