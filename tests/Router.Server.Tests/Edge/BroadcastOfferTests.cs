using Update = Router.V1.WorkUpdate.UpdateOneofCase;

namespace Router.Server.Tests.Edge;

/// <summary>Offers to several agents at once, over the network.</summary>
public sealed class BroadcastOfferTests(EdgeServer server) : IClassFixture<EdgeServer>
{
    [Fact]
    public async Task Two_agents_are_offered_a_call_the_first_has_it_and_the_other_is_told()
    {
        using var queue = await server.NewQueueAsync(q => q.OfferWidth = 2);
        var policy = await server.Admin.Supervisors.GetQueueAsync(new() { Name = queue.Name });
        Assert.Equal(2, policy.OfferWidth);
        var (first, second) = (await queue.SignInAsync(), await queue.SignInAsync());
        var id = (await queue.SubmitAsync()).TicketId;
        var offers = new[] { (await first.NextAsync(Update.Offer)).Offer, (await second.NextAsync(Update.Offer)).Offer };
        Assert.Equal([1, 2], offers.Select(o => o.OfferNo).Order());

        var shown = await server.Admin.Tickets.GetAsync(new() { TicketId = id });
        Assert.Equal(2, shown.Offers.Count);
        Assert.Equal(2, shown.LastOfferNo);
        var why = await server.Admin.Supervisors.ExplainAsync(new() { TicketId = id, AgentId = second.SignedIn!.AgentId });
        Assert.StartsWith("Offered to 2 agents at once", why.Sentence, StringComparison.Ordinal);
        Assert.Equal(V1.WhyNot.HasIt, Assert.Single(why.Agent.WhyNot));

        await first.DoAsync(new() { Accept = new() { TicketId = id, OfferNo = offers[0].OfferNo } });
        var lost = (await second.NextAsync(Update.OfferWithdrawn)).OfferWithdrawn;
        Assert.Equal((id, offers[1].OfferNo, V1.OfferWithdrawal.Taken, false), (lost.TicketId, lost.OfferNo, lost.Reason, lost.Missed));
        var late = await second.RefusedAsync(new() { Accept = new() { TicketId = id, OfferNo = offers[1].OfferNo } });
        Assert.Equal(V1.Reason.OfferWithdrawn, late.Reason);
        var history = await server.Admin.Supervisors.HistoryAsync(new() { TicketId = id });
        Assert.Contains(history.Entries, e => e.Action == V1.HistoryAction.OfferWithdrawn && e.Sentence.EndsWith("was taken back: another was first.", StringComparison.Ordinal));
    }
}
