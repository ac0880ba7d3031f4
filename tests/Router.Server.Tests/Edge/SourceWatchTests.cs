using Grpc.Core;
using Router.Engine.Records;
using Router.Engine.Tickets;
using Router.Server.Edge.Tickets;
using Router.Testing;

namespace Router.Server.Tests.Edge;

/// <summary>An adapter follows all its tickets on one stream.</summary>
public sealed class SourceWatchTests(EdgeServer server) : IClassFixture<EdgeServer>
{
    [Fact]
    public async Task All_open_tickets_of_a_source_are_told_then_those_that_come_and_what_becomes_of_them()
    {
        using var queue = await server.NewQueueAsync();
        using var other = await server.NewQueueAsync();
        var first = (await queue.SubmitAsync("chat")).TicketId;
        var second = (await queue.SubmitAsync("chat")).TicketId;
        await other.SubmitAsync("chat");
        using var watch = Watch(queue.Adapter, queue.Name);

        var open = await NextAsync(watch, 2);
        var caughtUp = (await NextAsync(watch, 1))[0];
        await other.SubmitAsync("chat");
        var third = (await queue.SubmitAsync("chat")).TicketId;
        var added = (await NextAsync(watch, 1))[0];

        Assert.Equal([first, second], open.Select(u => u.TicketId).Order(StringComparer.Ordinal));
        Assert.All(open, u => Assert.Equal((V1.TicketState.Queued, true), (u.Status.State, u.Status.Waiting.Position > 0)));
        Assert.Equal((V1.TicketUpdate.UpdateOneofCase.CaughtUp, 2, ""), (caughtUp.UpdateCase, caughtUp.CaughtUp.Tickets, caughtUp.TicketId));
        Assert.Equal((third, V1.TicketState.Queued, 3L), (added.TicketId, added.Status.State, added.Status.Waiting.Position));

        var agent = await queue.SignInAsync();
        await agent.DoAsync(new() { Accept = new() { TicketId = first, OfferNo = 1 } });
        await agent.DoAsync(new() { Message = new() { TicketId = first, AssignmentNo = 1, Text = "Here I am." } });
        await agent.DoAsync(new() { Complete = new() { TicketId = first, AssignmentNo = 1 } });
        await queue.Adapter.Tickets.EndAsync(new() { TicketId = third });

        var told = await UntilAsync(watch, u => u.TicketId == third && u.Status?.State == V1.TicketState.Abandoned);
        Assert.Contains(told, u => u.TicketId == first && u.Status is { State: V1.TicketState.Assigned, AgentName: "Anna" });
        Assert.Equal("Here I am.", Assert.Single(told, u => u.Message is not null).Message.Text);
        Assert.Equal(V1.TicketState.Completed, told.Last(u => u.TicketId == first && u.Status is not null).Status.State);
        Assert.All(told, u => Assert.Contains(u.TicketId, new[] { first, second, third }));
    }

    [Fact]
    public async Task A_new_watch_begins_with_what_is_open_and_was_not_confirmed()
    {
        using var queue = await server.NewQueueAsync();
        var agent = await queue.SignInAsync();
        var closed = (await queue.SubmitAsync("email")).TicketId;
        await queue.Adapter.Tickets.EndAsync(new() { TicketId = closed });
        var ticket = (await queue.SubmitAsync("chat", t => t.Text = "Good morning")).TicketId;
        await agent.DoAsync(new() { Accept = new() { TicketId = ticket, OfferNo = 1 } });
        await SayAsync("one");
        await SayAsync("two");
        using (var before = Watch(queue.Adapter, queue.Name))
        {
            Assert.Equal(["one", "two"], TextsOf(await UntilAsync(before, u => u.CaughtUp is not null)));
        }

        await queue.Adapter.Tickets.ConfirmAsync(new() { TicketId = ticket, Number = 2 });
        await SayAsync("three");
        using var watch = Watch(queue.Adapter, queue.Name);

        var told = await UntilAsync(watch, u => u.CaughtUp is not null);
        Assert.Equal(["two", "three"], TextsOf(told));
        Assert.DoesNotContain(told, u => u.TicketId == closed);

        Task<V1.Done> SayAsync(string text) => agent.DoAsync(new() { Message = new() { TicketId = ticket, AssignmentNo = 1, Text = text } });
    }

    [Fact]
    public async Task Who_waits_is_told_anew_when_who_was_ahead_is_gone_and_when_he_comes_back()
    {
        using var queue = await server.NewQueueAsync(q => q.ReopenWindow = new() { Seconds = 3_600 });
        var ahead = (await queue.SubmitAsync("chat")).TicketId;
        var behind = (await queue.SubmitAsync("chat")).TicketId;
        using var watch = Watch(queue.Adapter, queue.Name);
        await UntilAsync(watch, u => u.CaughtUp is not null);

        var agent = await queue.SignInAsync();
        await agent.DoAsync(new() { Accept = new() { TicketId = ahead, OfferNo = 1 } });
        await agent.DoAsync(new() { Complete = new() { TicketId = ahead, AssignmentNo = 1 } });
        await UntilAsync(watch, u => u.TicketId == behind && u.Status?.Waiting?.Position == 1);
        await queue.Adapter.Tickets.ReopenAsync(new() { TicketId = ahead });

        var told = await UntilAsync(watch, u => u.TicketId == ahead && u.Status?.State is V1.TicketState.Queued or V1.TicketState.Offered);
        Assert.Equal(ahead, told[^1].TicketId);
    }

    [Fact]
    public async Task Who_may_not_see_a_source_may_not_watch_it()
    {
        using var queue = await server.NewQueueAsync();
        using var other = await server.NewQueueAsync();
        using var agent = TestCaller.As(server.Server, "agent");
        using var supervisor = TestCaller.As(server.Server, "supervisor");
        using var unbound = TestCaller.As(server.Server, "adapter");
        using var nobody = new TestCaller(server.Server.GrpcAddress, null);
        await queue.SubmitAsync();

        var foreign = await ToldAsync(other.Adapter, new() { Source = queue.Name });
        foreign.Names("another source", StatusCode.PermissionDenied, "NOT_ALLOWED", "source", $"may watch source '{other.Name}' alone");
        Assert.Equal("NOT_ALLOWED", (await ToldAsync(agent, new() { Source = queue.Name })).Reason);
        Assert.Equal("NOT_ALLOWED", (await ToldAsync(supervisor, new() { Source = queue.Name })).Reason);
        Assert.Equal("NOT_AUTHENTICATED", (await ToldAsync(nobody, new() { Source = queue.Name })).Reason);
        foreach (var mayDo in new[] { queue.Adapter, unbound, server.Admin })
        {
            using var watch = Watch(mayDo, queue.Name);
            Assert.Equal(1, (await UntilAsync(watch, u => u.CaughtUp is not null))[^1].CaughtUp.Tickets);
        }
    }

    [Fact]
    public async Task A_bad_watch_of_a_source_is_refused()
    {
        using var queue = await server.NewQueueAsync();
        var submitted = await queue.SubmitAsync();

        (await ToldAsync(server.Admin, new() { Source = "" })).Names("none", StatusCode.InvalidArgument, "EMPTY_ID", "source", "right would be");
        (await ToldAsync(server.Admin, new() { Source = new string('s', 200) })).Names("long", StatusCode.InvalidArgument, "TOO_LARGE", "source", "at most");
        (await ToldAsync(queue.Adapter, new() { Source = queue.Name, CapabilityToken = submitted.CapabilityToken }))
            .Names("token", StatusCode.InvalidArgument, "INVALID_REQUEST", "capability_token", "a source without it");
        (await ToldAsync(queue.Adapter, new() { Source = queue.Name, AfterMessage = 0 }))
            .Names("after", StatusCode.InvalidArgument, "INVALID_REQUEST", "after_message", "leave it out");
        using var unknown = Watch(server.Admin, "no-ticket-ever");
        Assert.Equal(0, (await NextAsync(unknown, 1))[0].CaughtUp.Tickets);
    }

    [Fact]
    public void What_is_kept_for_a_slow_reader_is_each_ticket_once_and_no_more_closed_ones_than_the_limit()
    {
        var watch = new SourceWatch("web");
        var open = Ticket("open", TicketState.Queued);
        for (var i = 0; i < 100_000; i++)
        {
            watch.Changed(open);
        }

        for (var i = 0; i < SourceWatch.MostClosed; i++)
        {
            watch.Changed(Ticket($"{i}", TicketState.Completed));
        }

        Assert.False(watch.IsTooSlow);
        Assert.Equal([("open", false), ("0", true)], watch.Take(2).Select(t => (t.Id, t.Closed is not null)));
        watch.Changed(Ticket("one more", TicketState.Completed));
        Assert.False(watch.IsTooSlow);
        watch.Changed(Ticket("too many", TicketState.Completed));
        Assert.True(watch.IsTooSlow);
        Assert.Empty(watch.Take(1));
    }

    private static TicketRecord Ticket(string id, TicketState state) =>
        new() { Id = id, Counter = 1, Content = new TicketContent { Source = "web", ExternalId = id, Channel = "chat", Queue = "q" }, State = state, Steps = [] };

    private static AsyncServerStreamingCall<V1.TicketUpdate> Watch(TestCaller caller, string source) => caller.Tickets.Watch(new() { Source = source });

    private static IEnumerable<string> TextsOf(IEnumerable<V1.TicketUpdate> updates) => updates.Where(u => u.Message is not null).Select(u => u.Message.Text);

    private static async Task<Told> ToldAsync(TestCaller caller, V1.WatchTicketRequest request)
    {
        using var watch = caller.Tickets.Watch(request);
        return await Told.ByAsync(watch.ResponseStream);
    }

    private static Task<List<V1.TicketUpdate>> NextAsync(AsyncServerStreamingCall<V1.TicketUpdate> watch, int count) => UntilAsync(watch, _ => --count == 0);

    private static async Task<List<V1.TicketUpdate>> UntilAsync(AsyncServerStreamingCall<V1.TicketUpdate> watch, Func<V1.TicketUpdate, bool> isLast)
    {
        var updates = new List<V1.TicketUpdate>();
        do
        {
            Assert.True(await Eventually.DoneAsync(watch.ResponseStream.MoveNext(CancellationToken.None), $"the next update after {string.Join("; ", updates)}"));
            updates.Add(watch.ResponseStream.Current);
        }
        while (!isLast(updates[^1]));
        return updates;
    }
}
