using Update = Router.V1.WorkUpdate.UpdateOneofCase;

namespace Router.Server.Tests.Edge;

public sealed class FinishAndSignOutTests(EdgeServer server) : IClassFixture<EdgeServer>
{
    private static readonly V1.WorkRequest Finish = new() { SignOut = new() { WorkInHand = V1.WorkInHand.Finish } };

    [Fact]
    public async Task Sign_out_with_nothing_in_hand_is_done_and_ends_the_stream()
    {
        using var queue = await server.NewQueueAsync();
        var agent = await queue.SignInAsync();

        await agent.DoAsync(Finish.Clone());

        Assert.Equal(V1.SessionEnd.SignedOut, (await agent.NextAsync(Update.SessionEnded)).SessionEnded.Reason);
        Assert.Equal(Grpc.Core.StatusCode.OK, (await agent.EndAsync()).StatusCode);
    }

    [Fact]
    public async Task Who_finishes_completes_what_he_has_gets_nothing_new_and_is_signed_out_then()
    {
        using var queue = await server.NewQueueAsync();
        var agent = await queue.SignInAsync();
        var ticket = await AcceptOneAsync(queue, agent);

        await agent.DoAsync(Finish.Clone());
        var next = await queue.SubmitAsync();
        var completed = await agent.DoAsync(new() { Complete = new() { TicketId = ticket, AssignmentNo = 1 } });

        Assert.Equal(V1.TicketState.Completed, completed.State);
        Assert.Equal(V1.SessionEnd.SignedOut, (await agent.NextAsync(Update.SessionEnded)).SessionEnded.Reason);
        Assert.Equal(V1.TicketState.Queued, (await queue.Adapter.Tickets.GetAsync(new() { TicketId = next.TicketId })).State);
    }

    [Fact]
    public async Task Who_finishes_is_signed_out_when_his_last_customer_leaves()
    {
        using var queue = await server.NewQueueAsync();
        var agent = await queue.SignInAsync();
        var ticket = await AcceptOneAsync(queue, agent);
        await agent.DoAsync(Finish.Clone());

        await queue.Adapter.Tickets.EndAsync(new() { RequestId = "end", TicketId = ticket });

        Assert.Equal(ticket, (await agent.NextAsync(Update.Completed)).Completed.TicketId);
        Assert.Equal(V1.SessionEnd.SignedOut, (await agent.NextAsync(Update.SessionEnded)).SessionEnded.Reason);
    }

    private static async Task<string> AcceptOneAsync(TestQueue queue, TestAgent agent)
    {
        await queue.SubmitAsync();
        var offer = (await agent.NextAsync(Update.Offer)).Offer;
        await agent.DoAsync(new() { Accept = new() { TicketId = offer.Ticket.Id, OfferNo = offer.OfferNo } });
        return offer.Ticket.Id;
    }
}
