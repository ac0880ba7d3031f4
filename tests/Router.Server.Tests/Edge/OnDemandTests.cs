using Update = Router.V1.WorkUpdate.UpdateOneofCase;

namespace Router.Server.Tests.Edge;

/// <summary>Presence on demand, over the network.</summary>
public sealed class OnDemandTests(EdgeServer server) : IClassFixture<EdgeServer>
{
    [Fact]
    public async Task A_take_is_answered_with_an_offer_or_waiting_and_survives_a_reconnect()
    {
        using var queue = await server.NewQueueAsync();
        var caller = await queue.NewAgentAsync();
        var agent = queue.Use(await TestAgent.SignInAsync(caller, new() { Presence = V1.Presence.OnDemand }));
        var first = (await queue.SubmitAsync("chat")).TicketId;
        var request = new V1.WorkRequest { Take = new() { Channels = { "chat" } }, RequestId = queue.Name };

        Assert.False((await agent.DoAsync(request)).Waiting);
        Assert.Equal(first, (await agent.NextAsync(Update.Offer)).Offer.Ticket.Id);
        Assert.False((await agent.DoAsync(request)).Waiting);
        await agent.DoAsync(new() { Accept = new() { TicketId = first, OfferNo = 1 } });
        Assert.True((await agent.DoAsync(new() { Take = new() })).Waiting);

        var again = queue.Use(await TestAgent.SignInAsync(caller, new() { SessionId = agent.SignedIn!.SessionId }));
        Assert.True(again.SignedIn!.TakeOpen);
        Assert.NotNull(again.SignedIn.Presence.TakeUntil);
        var second = (await queue.SubmitAsync("chat")).TicketId;
        Assert.Equal(second, (await again.NextAsync(Update.Offer)).Offer.Ticket.Id);
    }

    [Fact]
    public async Task What_cannot_be_taken_is_refused()
    {
        using var queue = await server.NewQueueAsync();
        var agent = await queue.SignInAsync();
        Assert.Equal(V1.Reason.WrongState, (await agent.RefusedAsync(new() { Take = new() })).Reason);
        await agent.DoAsync(new() { SetPresence = new() { Presence = V1.Presence.OnDemand } });
        Assert.Equal(V1.Reason.UnknownChannel, (await agent.RefusedAsync(new() { Take = new() { Channels = { "fax" } } })).Reason);
        Assert.Equal(V1.Reason.EmptyId, (await agent.RefusedAsync(new() { Take = new() { Channels = { "" } } })).Reason);
    }
}
