using Grpc.Core;
using Update = Router.V1.WorkUpdate.UpdateOneofCase;

namespace Router.Server.Tests.Edge;

/// <summary>What happened to a ticket, as a supervisor reads it.</summary>
public sealed class HistoryTests(EdgeServer server) : IClassFixture<EdgeServer>
{
    [Fact]
    public async Task A_completed_call_tells_when_who_and_why_in_sentences()
    {
        using var queue = await server.NewQueueAsync(q => q.Dispositions.Add(new V1.Disposition { Code = "sold" }));
        var agent = await queue.SignInAsync();
        var id = (await queue.SubmitAsync()).TicketId;
        var first = (await agent.NextAsync(Update.Offer)).Offer;
        await agent.DoAsync(new() { Decline = new() { TicketId = id, OfferNo = first.OfferNo, Reason = "at lunch" } });
        var second = await queue.SignInAsync();
        await second.DoAsync(new() { Accept = new() { TicketId = id, OfferNo = 2 } });
        await second.DoAsync(new() { Complete = new() { TicketId = id, AssignmentNo = 1, Disposition = "sold" } });

        var history = await server.Admin.Supervisors.HistoryAsync(new() { TicketId = id });

        Assert.Equal(V1.TicketState.Completed, history.Ticket.State);
        Assert.Equal(
            [
                $"Entered queue {queue.Name}.",
                "Offered to Anna (offer 1).",
                "Anna declined offer 1: at lunch.",
                "Offered to Anna (offer 2).",
                "The wait promised at first was kept: 691 s.",
                "Anna has it (assignment 1).",
                "Anna completed it as sold.",
            ],
            history.Entries.Select(e => e.Sentence));
        Assert.Equal([$"{queue.Name}-1", $"{queue.Name}-2"], history.Entries.Select(e => e.AgentId).Where(a => a.Length > 0).Distinct());
        Assert.Equal(history.Entries.Select(e => e.Time), history.Entries.Select(e => e.Time).Order());
    }

    [Fact]
    public async Task A_ticket_taken_out_names_who_did_it()
    {
        using var queue = await server.NewQueueAsync();
        var ticket = await queue.SubmitAsync();
        await queue.Adapter.Tickets.CancelAsync(new() { TicketId = ticket.TicketId, Reason = V1.CancelReason.Spam });

        var history = await server.Admin.Supervisors.HistoryAsync(new() { TicketId = ticket.TicketId });

        Assert.Equal("Taken out as spam by adapter adapter.", history.Entries[^1].Sentence);
        Assert.Equal(new V1.Actor { Kind = V1.ActorKind.Adapter, Id = "adapter" }, history.Entries[^1].Actor);
    }

    [Theory]
    [InlineData("", StatusCode.InvalidArgument, "EMPTY_ID")]
    [InlineData("7-7", StatusCode.NotFound, "UNKNOWN_TICKET")]
    [InlineData("a\nb", StatusCode.InvalidArgument, "INVALID_REQUEST")]
    public async Task A_ticket_that_is_not_there_is_said_to_be_so(string id, StatusCode code, string reason)
    {
        var told = await Told.ByAsync(server.Admin.Supervisors.HistoryAsync(new() { TicketId = id }));
        Assert.Equal((code, reason, "ticket_id"), (told.Code, told.Reason, told.Field));
    }
}
