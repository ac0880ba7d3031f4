using Router.ProcessTests.Infrastructure;
using Router.Testing;
using Router.V1;

namespace Router.ProcessTests.Crashes;

/// <summary>An agent's process is told to end while he has a call in hand.</summary>
public sealed class AgentStopTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task An_agent_told_to_end_finishes_or_hands_back_signs_out_and_ends_with_0()
    {
        await using var server = await ServerProcess.StartAsync();
        using var clients = await Clients.OpenAsync(server);
        await clients.SetUpAsync(agents: 1);
        var call = Clients.Call("one");
        call.Attributes["handle_seconds"] = "3600";
        var ticket = (await clients.Tickets.SubmitAsync(call, clients.Headers)).TicketId;
        using var agent = RouterCommand.Start(server, "agent", "agent-0", "--auto");
        using var guard = new ProcessGuard(agent);
        var output = agent.StandardOutput.ReadToEndAsync();
        await Eventually.TrueAsync(async () => (await clients.GetAsync(ticket)).State == TicketState.Assigned, "the agent to accept", Patience);

        ProcessSignal.Terminate(agent);
        await Eventually.DoneAsync(agent.WaitForExitAsync(), "the agent's process to end", Patience);

        var back = await clients.GetAsync(ticket);
        Assert.Equal((0, "1 accepted, 0 completed, 0 messages written: signed out\n"), (agent.ExitCode, await output));
        Assert.Equal((TicketState.Queued, 1), (back.State, back.Waiting.Position));
        var profile = Assert.Single((await clients.Supervisors.GetLiveAsync(new GetLiveRequest(), clients.Headers)).Agents, a => a.AgentId == "agent-0");
        Assert.Equal(Presence.Offline, profile.Presence.Presence);
    }

    [Fact]
    public async Task A_terminal_told_to_end_hands_back_and_signs_out()
    {
        await using var server = await ServerProcess.StartAsync();
        using var clients = await Clients.OpenAsync(server);
        await clients.SetUpAsync(agents: 1);
        await using var tmux = await TmuxSession.StartAsync(server, "agent", "agent-0");
        var ticket = (await clients.Tickets.SubmitAsync(Clients.Call("one"), clients.Headers)).TicketId;
        await tmux.ShowsAsync("OFFER");
        await tmux.TypeAsync("a");
        await Eventually.TrueAsync(async () => (await clients.GetAsync(ticket)).State == TicketState.Assigned, "the agent to accept", Patience);

        using var agent = await tmux.ProcessAsync();
        ProcessSignal.Terminate(agent);
        await Eventually.DoneAsync(agent.WaitForExitAsync(), "the terminal to end", Patience);

        Assert.Equal(TicketState.Queued, (await clients.GetAsync(ticket)).State);
    }
}
