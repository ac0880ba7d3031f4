using System.Diagnostics;
using Router.ProcessTests.Infrastructure;
using Router.Testing;
using Router.V1;

namespace Router.ProcessTests.Crashes;

/// <summary>An agent's process is killed after he accepted.</summary>
public sealed class AgentCrashTests
{
    [Fact]
    public async Task A_call_whose_agents_process_was_killed_goes_back_to_its_place_after_the_grace()
    {
        await using var server = await ServerProcess.StartAsync();
        using var clients = await Clients.OpenAsync(server);
        await clients.SetUpAsync(agents: 1);
        var ticket = (await clients.Tickets.SubmitAsync(Clients.Call("one"), clients.Headers)).TicketId;
        var later = (await clients.Tickets.SubmitAsync(Clients.Call("two"), clients.Headers)).TicketId;
        var due = (await clients.GetAsync(ticket)).DueAt;

        var start = new ProcessStartInfo("dotnet", [Binaries.Router, "agent", "agent-0", "--auto"]) { RedirectStandardOutput = true };
        start.Environment["ROUTER_SERVER"] = server.Address.ToString();
        start.Environment["ROUTER_KEY_FILE"] = server.KeyFile;
        using (var process = Process.Start(start)!)
        {
            await Eventually.TrueAsync(async () => (await clients.GetAsync(ticket)).State == TicketState.Assigned, "the agent to accept", TimeSpan.FromSeconds(60));
            process.Kill();
            await Eventually.DoneAsync(process.WaitForExitAsync(), "the agent's process to be gone");
        }

        // The channel's grace for calls is 15 s.
        await Eventually.TrueAsync(async () => (await clients.GetAsync(ticket)).State == TicketState.Queued, "the call to be back", TimeSpan.FromSeconds(60));
        var back = await clients.GetAsync(ticket);
        Assert.Equal((due, 1), (back.DueAt, back.Waiting.Position));
        Assert.Equal(2, (await clients.GetAsync(later)).Waiting.Position);
    }
}
