using Router.ProcessTests.Infrastructure;
using Router.Testing;
using Router.V1;

namespace Router.ProcessTests.Crashes;

/// <summary>The server is killed, or told to stop, while tickets are in every state.</summary>
public sealed class ServerCrashTests
{
    [Fact]
    public async Task After_a_kill_every_ticket_has_its_place_its_owner_and_its_time_left()
    {
        await using var server = await ServerProcess.StartAsync();
        using var clients = await Clients.OpenAsync(server);
        await clients.SetUpAsync(agents: 2, new WrapUpPolicy
        {
            Kind = WrapUpKind.Timed,
            Duration = Google.Protobuf.WellKnownTypes.Duration.FromTimeSpan(TimeSpan.FromMinutes(20)),
        });
        await using var handling = await TestAgent.SignInAsync(clients, "agent-0");
        await using var wrapping = await TestAgent.SignInAsync(clients, "agent-1");
        var handled = await SubmitAsync(clients, "handled");
        await handling.AcceptAsync(handled);
        var wrapped = await SubmitAsync(clients, "wrapped");
        await wrapping.AcceptAsync(wrapped);
        await wrapping.CompleteAsync(wrapped);
        var first = await SubmitAsync(clients, "first");
        var second = await SubmitAsync(clients, "second");
        var before = await AllAsync(clients, handled, wrapped, first, second);

        await server.Kill9Async();
        await server.StartAsync();
        var after = await AllAsync(clients, handled, wrapped, first, second);

        Assert.Equal(before.Select(t => (t.State, t.DueAt, t.LastOfferNo, t.LastAssignmentNo)), after.Select(t => (t.State, t.DueAt, t.LastOfferNo, t.LastAssignmentNo)));
        Assert.Equal(before.Select(t => t.Assignment?.AgentId), after.Select(t => t.Assignment?.AgentId));
        Assert.Equal([1, 2], after[2..].Select(t => t.Waiting.Position));
        // The time of the agents stood still while the server was away: wrap-up ends later by that.
        Assert.True(after[1].Assignment.WrapUpUntil > before[1].Assignment.WrapUpUntil);
        await handling.SeesAsync(s => s.InHand.Any(t => t.TicketId == handled) && s.Presence.Presence == Presence.Available, "agent-0 to be back with his call");
        await handling.CompleteAsync(handled);
        await wrapping.CompleteAsync(wrapped, "done");
        await wrapping.AcceptAsync(first);
    }

    [Fact]
    public async Task A_submit_sent_again_after_a_kill_is_the_same_ticket()
    {
        await using var server = await ServerProcess.StartAsync();
        using var clients = await Clients.OpenAsync(server);
        await clients.SetUpAsync(agents: 0);
        var once = await SubmitAsync(clients, "once");

        await server.Kill9Async();
        await server.StartAsync();
        var again = await Clients.PatientlyAsync(
            () => clients.Tickets.SubmitAsync(Clients.Call("once"), clients.Headers).ResponseAsync, "the repeated submit");

        Assert.Equal(once, again.TicketId);
        Assert.False(again.Created);
    }

    [Fact]
    public async Task A_server_told_to_stop_ends_well_and_its_agents_come_back_to_the_next_one()
    {
        await using var server = await ServerProcess.StartAsync();
        using var clients = await Clients.OpenAsync(server);
        await clients.SetUpAsync(agents: 1);
        await using var agent = await TestAgent.SignInAsync(clients, "agent-0");
        var ticket = await SubmitAsync(clients, "one");
        await agent.AcceptAsync(ticket);

        Assert.Equal(0, await server.StopAsync());
        await server.StartAsync();

        await Eventually.TrueAsync(
            async () => (await clients.GetAsync(ticket)).Assignment?.AgentId == "agent-0", "the call to be with its agent");
        await agent.SeesAsync(s => s.InHand.Any(t => t.TicketId == ticket), "the agent to see his call");
        await agent.CompleteAsync(ticket);
        Assert.Equal(TicketState.Completed, (await clients.GetAsync(ticket)).State);
    }

    private static async Task<string> SubmitAsync(Clients clients, string externalId) =>
        (await clients.Tickets.SubmitAsync(Clients.Call(externalId), clients.Headers)).TicketId;

    private static async Task<Ticket[]> AllAsync(Clients clients, params string[] ids) => await Task.WhenAll(ids.Select(clients.GetAsync));
}
