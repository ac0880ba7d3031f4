using Update = Router.V1.WorkUpdate.UpdateOneofCase;

namespace Router.Server.Tests.Edge;

public sealed class TicketWayTests(EdgeServer server) : IClassFixture<EdgeServer>
{
    [Fact]
    public async Task A_call_is_offered_accepted_and_completed()
    {
        using var queue = await server.NewQueueAsync();
        var agent = await queue.SignInAsync();

        var submitted = await queue.SubmitAsync(change: t => t.Subject = "Hello");
        var offer = (await agent.NextAsync(Update.Offer)).Offer;
        Assert.Equal((submitted.TicketId, 1, "Hello"), (offer.Ticket.Id, offer.OfferNo, offer.Ticket.Subject));
        Assert.Equal(TimeSpan.FromSeconds(20), offer.TimeToLive.ToTimeSpan());

        var accepted = await agent.DoAsync(new() { Accept = new() { TicketId = offer.Ticket.Id, OfferNo = offer.OfferNo } });
        Assert.Equal((1, V1.TicketState.Assigned), (accepted.AssignmentNo, accepted.State));
        var assignment = (await agent.NextAsync(Update.Assignment)).Assignment;
        Assert.Equal(V1.TicketState.Assigned, assignment.Ticket.State);
        Assert.Equal(
            [V1.HistoryAction.Entered, V1.HistoryAction.Offered, V1.HistoryAction.Assigned], assignment.History.Select(h => h.Action));

        var done = await agent.DoAsync(new() { Complete = new() { TicketId = offer.Ticket.Id, AssignmentNo = 1, Note = "All said." } });
        Assert.Equal(V1.TicketState.Completed, done.State);
        Assert.Equal(offer.Ticket.Id, (await agent.NextAsync(Update.Completed)).Completed.TicketId);

        var closed = await queue.Adapter.Tickets.GetAsync(new() { TicketId = offer.Ticket.Id });
        Assert.Equal((V1.TicketState.Completed, "All said."), (closed.State, closed.Note));
    }
}
