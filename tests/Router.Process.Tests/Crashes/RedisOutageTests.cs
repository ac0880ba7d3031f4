using Router.ProcessTests.Infrastructure;
using Router.Testing;
using Router.V1;

namespace Router.ProcessTests.Crashes;

/// <summary>Redis does not answer for half a minute.</summary>
public sealed class RedisOutageTests
{
    [Fact]
    public async Task Thirty_seconds_without_Redis_lose_nothing_send_nobody_away_and_move_no_assignment()
    {
        await using var server = await ServerProcess.StartAsync();
        using var clients = await Clients.OpenAsync(server);
        await clients.SetUpAsync(agents: 2);
        await using var busy = await TestAgent.SignInAsync(clients, "agent-0");
        await using var idle = await TestAgent.SignInAsync(clients, "agent-1");
        var assigned = (await clients.Tickets.SubmitAsync(Clients.Call("assigned"), clients.Headers)).TicketId;
        var owner = await FirstOfferedAsync(assigned, busy, idle);
        await owner.AcceptAsync(assigned);
        var other = owner == busy ? idle : busy;
        var offered = (await clients.Tickets.SubmitAsync(Clients.Call("offered"), clients.Headers)).TicketId;
        await other.SeesAsync(s => s.Offers.Any(o => o.Ticket.Id == offered), "an offer before the outage");

        using var redis = await server.RedisAsync();
        using var outage = new PeriodicTimer(TimeSpan.FromSeconds(30));
        ProcessSignal.Stop(redis);
        await outage.WaitForNextTickAsync();
        ProcessSignal.Continue(redis);

        var after = await clients.GetAsync(assigned);
        Assert.Equal((TicketState.Assigned, owner.State.AgentId), (after.State, after.Assignment.AgentId));
        await other.SeesAsync(s => s.Offers.Any(o => o.Ticket.Id == offered && o.OfferNo > 1), "the offer made anew, as the outage withdrew the first");
        await other.AcceptAsync(offered);
        Assert.Equal((Presence.Available, Presence.Available), (busy.State.Presence.Presence, idle.State.Presence.Presence));
        await owner.CompleteAsync(assigned);
    }

    private static async Task<TestAgent> FirstOfferedAsync(string ticketId, params TestAgent[] agents)
    {
        bool HasOffer(TestAgent agent) => agent.State.Offers.Any(o => o.Ticket.Id == ticketId);
        await Eventually.TrueAsync(() => Task.FromResult(agents.Any(HasOffer)), "an offer to one of them");
        return agents.First(HasOffer);
    }
}
