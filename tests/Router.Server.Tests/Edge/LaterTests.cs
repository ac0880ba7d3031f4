using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Update = Router.V1.WorkUpdate.UpdateOneofCase;

namespace Router.Server.Tests.Edge;

/// <summary>Work at a later time over gRPC: other times for scheduled tickets, call-backs, tickets that follow.</summary>
public sealed class LaterTests(EdgeServer server) : IClassFixture<EdgeServer>
{
    [Fact]
    public async Task A_scheduled_ticket_is_put_off_and_then_called_in_at_once()
    {
        using var queue = await server.NewQueueAsync();
        var ticket = await queue.SubmitAsync(change: t => t.ScheduleAt = In(1));
        var later = new V1.RescheduleTicketRequest { RequestId = "put off", TicketId = ticket.TicketId, ScheduleAt = In(2) };

        Assert.Equal(V1.TicketState.Scheduled, (await queue.Adapter.Tickets.RescheduleAsync(later)).State);
        Assert.Equal(V1.TicketState.Scheduled, (await queue.Adapter.Tickets.RescheduleAsync(later)).State);
        Assert.Equal(later.ScheduleAt.Seconds, (await queue.Adapter.Tickets.GetAsync(new() { TicketId = ticket.TicketId })).ScheduledAt.Seconds);
        Assert.Equal(V1.TicketState.Queued, (await queue.Adapter.Tickets.RescheduleAsync(new() { TicketId = ticket.TicketId })).State);

        var again = await Told.ByAsync(queue.Adapter.Tickets.RescheduleAsync(new() { TicketId = ticket.TicketId }));
        Assert.Equal((StatusCode.FailedPrecondition, "WRONG_STATE"), (again.Code, again.Reason));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(9_000)]
    public async Task A_time_that_has_passed_or_is_over_a_year_ahead_is_refused(int hours)
    {
        using var queue = await server.NewQueueAsync();
        var ticket = await queue.SubmitAsync(change: t => t.ScheduleAt = In(1));

        var told = await Told.ByAsync(queue.Adapter.Tickets.RescheduleAsync(new() { TicketId = ticket.TicketId, ScheduleAt = In(hours) }));

        Assert.Equal((StatusCode.InvalidArgument, "SCHEDULE_OUT_OF_RANGE", "schedule_at"), (told.Code, told.Reason, told.Field));
    }

    [Fact]
    public async Task A_customer_keeps_his_place_is_called_back_by_an_agent_and_tried_again()
    {
        using var queue = await server.NewQueueAsync();
        var agent = await BusyAsync(queue);
        var ticket = await queue.SubmitAsync();
        var asked = new V1.RequestCallBackRequest
        {
            RequestId = "call me",
            TicketId = ticket.TicketId,
            CapabilityToken = ticket.CapabilityToken,
            CallBack = new() { Number = "+972 3 555 0100", KeepPlace = true, TimeZone = "Asia/Jerusalem" },
        };

        var promised = await queue.Adapter.Tickets.RequestCallBackAsync(asked);

        Assert.Equal((V1.TicketState.Queued, 1), (promised.State, promised.Waiting.Position));
        Assert.Equal(promised, await queue.Adapter.Tickets.RequestCallBackAsync(asked));
        Assert.Equal("WRONG_STATE", (await Told.ByAsync(queue.Adapter.Tickets.EndAsync(new() { TicketId = ticket.TicketId }))).Reason);
        await FinishAsync(queue, agent);
        var offer = (await agent.NextAsync(Update.Offer)).Offer;
        Assert.Equal((ticket.TicketId, "+972 3 555 0100"), (offer.Ticket.Id, offer.Ticket.CallBack.Number));
        await agent.DoAsync(new() { Accept = new() { TicketId = ticket.TicketId, OfferNo = offer.OfferNo } });
        await agent.NextAsync(Update.Assignment);
        var report = new V1.ReportCallBack { TicketId = ticket.TicketId, AssignmentNo = 1, Outcome = "no_answer" };
        Assert.Equal(V1.TicketState.Scheduled, (await agent.DoAsync(new() { ReportCallBack = report })).State);
        Assert.Equal(V1.AssignmentEnd.CallBack, (await agent.NextAsync(Update.AssignmentEnded)).AssignmentEnded.Reason);

        var shown = await queue.Adapter.Tickets.GetAsync(new() { TicketId = ticket.TicketId });
        Assert.Equal((V1.TicketState.Scheduled, "no_answer"), (shown.State, Assert.Single(shown.CallBack.Attempts).Outcome));
        var history = (await server.Admin.Supervisors.HistoryAsync(new() { TicketId = ticket.TicketId })).Entries;
        Assert.Contains(history, e => e.Sentence == "The customer is to be called back in his turn.");
        Assert.Contains(history, e => e.Sentence == "Anna called the customer back: no answer.");
    }

    [Fact]
    public async Task An_agent_who_reached_the_customer_is_told_that_this_is_known()
    {
        using var queue = await server.NewQueueAsync();
        var agent = await BusyAsync(queue);
        var ticket = await queue.SubmitAsync();
        await queue.Adapter.Tickets.RequestCallBackAsync(new()
        {
            TicketId = ticket.TicketId,
            CapabilityToken = ticket.CapabilityToken,
            CallBack = new() { Number = "+972 3 555 0100", KeepPlace = true },
        });
        await FinishAsync(queue, agent);
        var offer = (await agent.NextAsync(Update.Offer)).Offer;
        await agent.DoAsync(new() { Accept = new() { TicketId = ticket.TicketId, OfferNo = offer.OfferNo } });
        await agent.DoAsync(new() { ReportCallBack = new() { TicketId = ticket.TicketId, AssignmentNo = 1, Outcome = "reached" } });

        var told = (await agent.NextAsync(Update.AssignmentChanged)).AssignmentChanged.Assignment.Ticket;

        Assert.Equal((V1.TicketState.Assigned, "reached"), (told.State, Assert.Single(told.CallBack.Attempts).Outcome));
    }

    [Fact]
    public async Task A_call_back_at_an_agreed_time_waits_for_it_and_what_cannot_be_kept_is_not_promised()
    {
        using var empty = await server.NewQueueAsync();
        using var queue = await server.NewQueueAsync();
        var ticket = await empty.SubmitAsync();
        var wish = new V1.CallBack { Number = "1", From = In(1), Until = In(2), TimeZone = "Europe/Berlin" };

        var refused = await Told.ByAsync(empty.Adapter.Tickets.RequestCallBackAsync(new() { TicketId = ticket.TicketId, CallBack = wish }));
        Assert.Equal((StatusCode.ResourceExhausted, "QUEUE_FULL"), (refused.Code, refused.Reason));
        await BusyAsync(queue);
        var waiting = await queue.SubmitAsync();
        var promised = await queue.Adapter.Tickets.RequestCallBackAsync(new() { TicketId = waiting.TicketId, CallBack = wish });

        Assert.Equal((V1.TicketState.Scheduled, (V1.WaitingTime?)null), (promised.State, promised.Waiting));
        var shown = await queue.Adapter.Tickets.GetAsync(new() { TicketId = waiting.TicketId });
        Assert.Equal((wish.From, wish.Until, "Europe/Berlin"), (shown.CallBack.From, shown.CallBack.Until, shown.CallBack.TimeZone));
        Assert.Equal(V1.TicketState.Scheduled, (await queue.SubmitAsync(change: t => t.CallBack = wish)).State);
    }

    public static TheoryData<string, V1.CallBack, string, string> BadWishes => new()
    {
        { "no number", new(), "EMPTY_ID", "call_back.number" },
        { "a long number", new() { Number = new string('1', 65) }, "TOO_LARGE", "call_back.number" },
        { "a hostile number", new() { Number = "1\u001b[31m" }, "INVALID_REQUEST", "call_back.number" },
        { "an unknown zone", new() { Number = "1", TimeZone = "Mars/Olympus" }, "INVALID_REQUEST", "call_back.time_zone" },
        { "a window without a zone", new() { Number = "1", From = In(1), Until = In(2) }, "INVALID_REQUEST", "call_back.time_zone" },
        { "a window without an end", new() { Number = "1", From = In(1), TimeZone = "UTC" }, "OUT_OF_RANGE", "call_back.until" },
        { "a window that ends before it begins", new() { Number = "1", From = In(2), Until = In(1), TimeZone = "UTC" }, "OUT_OF_RANGE", "call_back.until" },
        { "a window and a place", new() { Number = "1", From = In(1), Until = In(2), TimeZone = "UTC", KeepPlace = true }, "INVALID_REQUEST", "call_back.keep_place" },
        { "a window that has passed", new() { Number = "1", From = In(-2), Until = In(-1), TimeZone = "UTC" }, "SCHEDULE_OUT_OF_RANGE", "call_back.from" },
    };

    [Theory]
    [MemberData(nameof(BadWishes))]
    public async Task A_bad_wish_is_refused_and_the_ticket_waits_on(string what, V1.CallBack wish, string reason, string field)
    {
        using var queue = await server.NewQueueAsync();
        await BusyAsync(queue);
        var ticket = await queue.SubmitAsync();

        var told = await Told.ByAsync(queue.Adapter.Tickets.RequestCallBackAsync(new() { TicketId = ticket.TicketId, CallBack = wish }));

        Assert.Equal((what, reason, field), (what, told.Reason, told.Field));
        Assert.Equal((what, V1.TicketState.Queued), (what, (await queue.Adapter.Tickets.GetAsync(new() { TicketId = ticket.TicketId })).State));
    }

    [Fact]
    public async Task An_outcome_that_there_is_not_and_one_of_a_ticket_without_a_wish_are_refused()
    {
        using var queue = await server.NewQueueAsync();
        var agent = await BusyAsync(queue);
        var unknown = await agent.RefusedAsync(new() { ReportCallBack = new() { TicketId = "1-1", AssignmentNo = 1, Outcome = "asleep" } });
        Assert.Equal((V1.Reason.InvalidRequest, "report_call_back.outcome"), (unknown.Reason, unknown.Metadata["field"]));
        var inHand = (await server.Admin.Supervisors.ListTicketsAsync(new() { Queue = queue.Name, States = { V1.TicketState.Assigned } })).Tickets.Single();
        var report = new V1.ReportCallBack { TicketId = inHand.Id, AssignmentNo = 1, Outcome = "busy" };
        Assert.Equal(V1.Reason.WrongState, (await agent.RefusedAsync(new() { ReportCallBack = report })).Reason);
    }

    [Fact]
    public async Task An_agent_or_the_queue_has_a_ticket_followed_and_the_two_name_each_other()
    {
        using var queue = await server.NewQueueAsync(q => q.FollowUp = new() { After = Duration.FromTimeSpan(TimeSpan.FromDays(7)) });
        Assert.Equal(TimeSpan.FromDays(7), (await server.Admin.Supervisors.GetQueueAsync(new() { Name = queue.Name })).FollowUp.After.ToTimeSpan());
        var agent = await queue.SignInAsync();
        var byPolicy = await ServeAsync(queue, agent, 0);
        var byAgent = await ServeAsync(queue, agent, 3);

        foreach (var (first, days) in new[] { (byPolicy, 7), (byAgent, 0) })
        {
            var next = await queue.Adapter.Tickets.GetAsync(new() { TicketId = first.FollowUpId });
            Assert.Equal((first.Id, V1.TicketState.Scheduled, "gil"), (next.FollowUpOf, next.State, next.Customer.Id));
            Assert.Equal(days, (int)Math.Round((next.ScheduledAt - next.ArrivedAt).ToTimeSpan().TotalDays));
        }

        var sentences = (await server.Admin.Supervisors.HistoryAsync(new() { TicketId = byAgent.Id })).Entries.Select(e => e.Sentence);
        Assert.Contains($"Anna has ticket {byAgent.FollowUpId} follow it: ask again.", sentences);
    }

    private static async Task<V1.Ticket> ServeAsync(TestQueue queue, TestAgent agent, int hours)
    {
        var ticket = await queue.SubmitAsync(change: t => t.Customer = new() { Id = "gil" });
        var offer = (await agent.NextAsync(Update.Offer)).Offer;
        await agent.DoAsync(new() { Accept = new() { TicketId = ticket.TicketId, OfferNo = offer.OfferNo } });
        var complete = new V1.CompleteTicket { TicketId = ticket.TicketId, AssignmentNo = 1 };
        if (hours > 0)
        {
            complete.FollowUp = new() { At = In(hours), Note = "ask again" };
        }

        await agent.DoAsync(new() { Complete = complete });
        return await queue.Adapter.Tickets.GetAsync(new() { TicketId = ticket.TicketId });
    }

    private static async Task<TestAgent> BusyAsync(TestQueue queue)
    {
        var agent = await queue.SignInAsync();
        var ticket = await queue.SubmitAsync();
        var offer = (await agent.NextAsync(Update.Offer)).Offer;
        await agent.DoAsync(new() { Accept = new() { TicketId = ticket.TicketId, OfferNo = offer.OfferNo } });
        await agent.NextAsync(Update.Assignment);
        return agent;
    }

    private async Task FinishAsync(TestQueue queue, TestAgent agent)
    {
        var inHand = (await server.Admin.Supervisors.ListTicketsAsync(new() { Queue = queue.Name, States = { V1.TicketState.Assigned } })).Tickets.Single();
        await agent.DoAsync(new() { Complete = new() { TicketId = inHand.Id, AssignmentNo = 1 } });
    }

    private static Timestamp In(double hours) => new() { Seconds = TimeProvider.System.GetUtcNow().AddHours(hours).ToUnixTimeSeconds() };
}
