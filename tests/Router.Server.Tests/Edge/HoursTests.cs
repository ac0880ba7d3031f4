using Grpc.Core;

namespace Router.Server.Tests.Edge;

/// <summary>Hours and limits of queues over real gRPC.</summary>
public sealed class HoursTests(EdgeServer server) : IClassFixture<EdgeServer>
{
    [Fact]
    public async Task A_customer_of_a_closed_queue_is_told_when_it_opens_and_may_leave_before()
    {
        using var queue = await server.NewQueueAsync(q => q.Hours = Closed());

        var submitted = await queue.SubmitAsync("chat");

        Assert.Equal((V1.TicketState.Scheduled, V1.Confidence.Unknown, 0), (submitted.State, submitted.Waiting.Confidence, submitted.Waiting.Position));
        Assert.InRange(submitted.Waiting.OpensAt.ToDateTimeOffset() - TimeProvider.System.GetUtcNow(), TimeSpan.FromHours(24), TimeSpan.FromHours(72));
        var ticket = await queue.Adapter.Tickets.GetAsync(new() { TicketId = submitted.TicketId });
        Assert.Equal(submitted.Waiting.OpensAt, ticket.Waiting.OpensAt);
        var history = await server.Admin.Supervisors.HistoryAsync(new() { TicketId = submitted.TicketId });
        Assert.Contains(history.Entries, e => e.Sentence.Contains("closed", StringComparison.Ordinal));
        Assert.Contains("is closed", (await server.Admin.Supervisors.ExplainAsync(new() { TicketId = submitted.TicketId })).Sentence, StringComparison.Ordinal);
        Assert.Equal(V1.TicketState.Abandoned, (await queue.Adapter.Tickets.EndAsync(new() { TicketId = submitted.TicketId })).State);
    }

    [Fact]
    public async Task A_closed_queue_that_refuses_says_when_to_come_back()
    {
        using var queue = await server.NewQueueAsync(q =>
        {
            q.Hours = Closed();
            q.Hours.WhenClosed = new() { Kind = V1.OverflowKind.Refuse };
        });

        var told = await Told.ByAsync(queue.Adapter.Tickets.SubmitAsync(queue.NewTicket()));

        Assert.Equal((StatusCode.FailedPrecondition, "QUEUE_CLOSED", "queue"), (told.Code, told.Reason, told.Field));
        Assert.InRange(told.RetryAfter!.Value, TimeSpan.FromHours(24), TimeSpan.FromHours(72));
        Assert.Equal(V1.TicketState.Queued, (await queue.SubmitAsync("email")).State);
    }

    [Fact]
    public async Task A_full_queue_refuses_with_a_time_to_try_again_and_another_channel_is_let_in()
    {
        using var queue = await server.NewQueueAsync(q => q.Channels[1].Limits = new() { Waiting = 50 });
        for (var i = 0; i < 50; i++)
        {
            await queue.SubmitAsync("chat");
        }

        var told = await Told.ByAsync(queue.Adapter.Tickets.SubmitAsync(queue.NewTicket("chat")));

        Assert.Equal((StatusCode.ResourceExhausted, "QUEUE_FULL", TimeSpan.FromSeconds(30)), (told.Code, told.Reason, told.RetryAfter));
        Assert.Equal(V1.TicketState.Queued, (await queue.SubmitAsync("call")).State);
    }

    [Fact]
    public async Task What_a_full_queue_sends_on_enters_the_other_queue_and_its_history_says_so()
    {
        using var second = await server.NewQueueAsync();
        using var first = await server.NewQueueAsync(q =>
            q.Channels[0].Limits = new() { Waiting = 1, Overflow = new() { Kind = V1.OverflowKind.Queue, Queue = second.Name } });
        await first.SubmitAsync();

        var submitted = await first.SubmitAsync();

        var history = await server.Admin.Supervisors.HistoryAsync(new() { TicketId = submitted.TicketId });
        Assert.Equal(second.Name, history.Ticket.Queue);
        Assert.Equal(
            [$"Queue {first.Name} was closed or full: sent on to queue {second.Name}.", $"Entered queue {second.Name}."],
            history.Entries.Select(e => e.Sentence));
    }

    [Fact]
    public async Task A_full_queue_offers_to_call_back_and_takes_the_ticket_when_it_comes_with_a_number()
    {
        using var queue = await server.NewQueueAsync(q => q.Channels[0].Limits = new() { Waiting = 1, Overflow = new() { Kind = V1.OverflowKind.CallBack } });
        Assert.Equal(V1.OverflowKind.CallBack, (await server.Admin.Supervisors.GetQueueAsync(new() { Name = queue.Name })).Channels[0].Limits.Overflow.Kind);
        var agent = await queue.SignInAsync();
        await queue.SubmitAsync();
        await agent.NextAsync(V1.WorkUpdate.UpdateOneofCase.Offer);
        var ticket = queue.NewTicket();

        var told = await Told.ByAsync(queue.Adapter.Tickets.SubmitAsync(ticket));

        Assert.Equal((StatusCode.ResourceExhausted, "QUEUE_FULL", "in_turn,at_time"), (told.Code, told.Reason, told.Metadata["call_back"]));
        Assert.InRange(int.Parse(told.Metadata["call_back_wait_seconds"], null), 1, 86_400);
        ticket.CallBack = new() { Number = "+1 555 0100", KeepPlace = true };
        var taken = await queue.Adapter.Tickets.SubmitAsync(ticket);
        Assert.Equal((true, V1.TicketState.Queued), (taken.Created, taken.State));
    }

    [Fact]
    public async Task A_closed_queue_that_calls_back_takes_the_ticket_for_its_opening()
    {
        using var queue = await server.NewQueueAsync(q =>
        {
            q.Hours = Closed();
            q.Hours.WhenClosed = new() { Kind = V1.OverflowKind.CallBack };
        });
        await queue.SignInAsync();
        var ticket = queue.NewTicket();

        var told = await Told.ByAsync(queue.Adapter.Tickets.SubmitAsync(ticket));

        Assert.Equal(("QUEUE_CLOSED", "in_turn,at_time"), (told.Reason, told.Metadata["call_back"]));
        ticket.CallBack = new() { Number = "+1 555 0100" };
        var taken = await queue.Adapter.Tickets.SubmitAsync(ticket);
        Assert.Equal(V1.TicketState.Scheduled, taken.State);
        Assert.InRange(taken.Waiting.OpensAt.ToDateTimeOffset() - TimeProvider.System.GetUtcNow(), TimeSpan.FromHours(24), TimeSpan.FromHours(72));
    }

    /// <summary>Open for one minute of the day after tomorrow.</summary>
    private static V1.Hours Closed()
    {
        var day = TimeProvider.System.GetUtcNow().AddDays(2);
        return new()
        {
            TimeZone = "Etc/UTC",
            Days = { new V1.DayOpening { Date = $"{day:yyyy-MM-dd}", Opens = $"{day:HH:mm}", Closes = "24:00" } },
        };
    }
}
