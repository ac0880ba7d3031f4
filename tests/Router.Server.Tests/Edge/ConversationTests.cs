using Grpc.Core;
using Router.Testing;
using Update = Router.V1.WorkUpdate.UpdateOneofCase;

namespace Router.Server.Tests.Edge;

public sealed class ConversationTests(EdgeServer server) : IClassFixture<EdgeServer>
{
    [Fact]
    public async Task A_chat_is_written_both_ways_and_watched_by_its_customer()
    {
        using var queue = await server.NewQueueAsync();
        var agent = await queue.SignInAsync();
        var (submitted, assignment) = await TakeChatAsync(queue, agent, "Good morning");
        Assert.Equal("Good morning", Assert.Single(assignment.Conversation).Text);
        using var customer = new TestCaller(server.Server.GrpcAddress, null);
        using var watch = customer.Tickets.Watch(new() { TicketId = submitted.TicketId, CapabilityToken = submitted.CapabilityToken });
        var status = (await NextAsync(watch)).Status;
        Assert.Equal((V1.TicketState.Assigned, "Anna", 1L), (status.State, status.AgentName, status.LastMessageNumber));

        var appended = await customer.Tickets.AppendAsync(
            new() { TicketId = submitted.TicketId, CapabilityToken = submitted.CapabilityToken, Text = "Anybody there?", Language = "en-GB" });
        Assert.Equal(2, appended.Number);
        var received = (await agent.NextAsync(Update.Message)).Message;
        Assert.Equal((2L, "Anybody there?", "en-gb", V1.MessageSender.Customer), (received.Number, received.Text, received.Language, received.Sender));

        var sent = await agent.DoAsync(new() { Message = new() { TicketId = submitted.TicketId, AssignmentNo = 1, Text = "Here I am." } });
        Assert.Equal(3, sent.MessageNumber);
        var answer = await NextMessageAsync(watch);
        Assert.Equal((3L, "Here I am.", V1.MessageSender.Agent, ""), (answer.Number, answer.Text, answer.Sender, answer.AgentId));

        await agent.DoAsync(new() { Complete = new() { TicketId = submitted.TicketId, AssignmentNo = 1 } });
        var last = status;
        await foreach (var update in RestAsync(watch))
        {
            last = update.Status ?? last;
        }

        Assert.Equal(V1.TicketState.Completed, last.State);
    }

    [Fact]
    public async Task A_watch_begins_after_the_last_message_that_was_confirmed()
    {
        using var queue = await server.NewQueueAsync();
        var agent = await queue.SignInAsync();
        var (submitted, _) = await TakeChatAsync(queue, agent, "");
        foreach (var text in (string[])["one", "two", "three"])
        {
            await agent.DoAsync(new() { Message = new() { TicketId = submitted.TicketId, AssignmentNo = 1, Text = text } });
        }

        var confirmed = await queue.Adapter.Tickets.ConfirmAsync(new() { TicketId = submitted.TicketId, Number = 2 });
        var smaller = await queue.Adapter.Tickets.ConfirmAsync(new() { TicketId = submitted.TicketId, Number = 1 });

        Assert.Equal((2L, 2L), (confirmed.Number, smaller.Number));
        using var watch = queue.Adapter.Tickets.Watch(new() { TicketId = submitted.TicketId });
        Assert.Equal("three", (await NextMessageAsync(watch)).Text);
        using var whole = queue.Adapter.Tickets.Watch(new() { TicketId = submitted.TicketId, AfterMessage = 0 });
        Assert.Equal("one", (await NextMessageAsync(whole)).Text);
        var told = await Told.ByAsync(queue.Adapter.Tickets.ConfirmAsync(new() { TicketId = submitted.TicketId, Number = 4 }));
        Assert.Equal((StatusCode.OutOfRange, "OUT_OF_RANGE", "number"), (StatusCode.OutOfRange, told.Reason, told.Field));
    }

    [Fact]
    public async Task The_conversation_is_read_in_pieces()
    {
        using var queue = await server.NewQueueAsync();
        var submitted = await queue.SubmitAsync("chat", t => t.Text = "0");
        for (var i = 1; i < 6; i++)
        {
            await queue.Adapter.Tickets.AppendAsync(new() { TicketId = submitted.TicketId, Text = new string('x', 60_000) });
        }

        var first = await queue.Adapter.Tickets.GetConversationAsync(new() { TicketId = submitted.TicketId });
        var second = await queue.Adapter.Tickets.GetConversationAsync(new() { TicketId = submitted.TicketId, After = first.Messages[^1].Number, Limit = 1 });

        Assert.Equal(6, first.LastNumber);
        Assert.InRange(first.CalculateSize(), 1, 262_144);
        Assert.Equal(first.Messages[^1].Number + 1, Assert.Single(second.Messages).Number);
        Assert.All(first.Messages, m => Assert.Equal(submitted.TicketId, m.TicketId));
    }

    [Fact]
    public async Task A_returning_agent_gets_the_conversation_and_what_he_has_not_confirmed()
    {
        using var queue = await server.NewQueueAsync();
        var caller = await queue.NewAgentAsync();
        var agent = queue.Use(await TestAgent.SignInAsync(caller));
        var (submitted, _) = await TakeChatAsync(queue, agent, "one");
        await queue.Adapter.Tickets.AppendAsync(new() { TicketId = submitted.TicketId, Text = "two" });
        await agent.NextAsync(Update.Message);
        await agent.SendAsync(new() { MessageConfirm = new() { TicketId = submitted.TicketId, Number = 1 } });
        await agent.SendAsync(new() { Heartbeat = new() { Tag = 7 } });
        Assert.Equal(7, (await agent.NextAsync(Update.Heartbeat)).Heartbeat.Tag);

        using var back = await TestAgent.SignInAsync(caller, new() { SessionId = agent.SignedIn!.SessionId });

        Assert.True(back.SignedIn!.Resumed);
        Assert.Equal(["one", "two"], Assert.Single(back.SignedIn.Assignments).Conversation.Select(m => m.Text));
        Assert.Equal("two", (await back.NextAsync(Update.Message)).Message.Text);
    }

    [Fact]
    public async Task References_go_both_ways_and_are_kept()
    {
        using var queue = await server.NewQueueAsync();
        var agent = await queue.SignInAsync();
        var ticket = await queue.SubmitAsync("chat");
        await agent.DoAsync(new() { Accept = new() { TicketId = ticket.TicketId, OfferNo = 1 } });
        await agent.NextAsync(Update.Assignment);

        await queue.Adapter.Tickets.AppendAsync(new() { TicketId = ticket.TicketId, Reference = "https://files.example/photo.jpg?x=1#y" });
        var got = (await agent.NextAsync(Update.Message)).Message;
        await agent.DoAsync(new() { Message = new() { TicketId = ticket.TicketId, AssignmentNo = 1, Reference = "http://files.example/form.pdf" } });

        Assert.Equal(("https://files.example/photo.jpg?x=1#y", ""), (got.Reference, got.Text));
        var kept = (await queue.Adapter.Tickets.GetConversationAsync(new() { TicketId = ticket.TicketId })).Messages;
        Assert.Equal(
            [(V1.MessageSender.Customer, "https://files.example/photo.jpg?x=1#y"), (V1.MessageSender.Agent, "http://files.example/form.pdf")],
            kept.Select(m => (m.Sender, m.Reference)));
        var refusal = await agent.RefusedAsync(new() { Message = new() { TicketId = ticket.TicketId, AssignmentNo = 1, Reference = "javascript:alert(1)" } });
        Assert.Equal(V1.Reason.InvalidRequest, refusal.Reason);
    }

    [Fact]
    public async Task A_bad_message_is_refused_and_not_stored()
    {
        using var queue = await server.NewQueueAsync();
        var ticketId = (await queue.SubmitAsync("chat")).TicketId;

        await RefusedAsync(new() { TicketId = ticketId }, "INVALID_REQUEST", "text");
        await RefusedAsync(new() { TicketId = ticketId, Text = "" }, "INVALID_REQUEST", "text");
        await RefusedAsync(new() { TicketId = ticketId, Text = new string('t', 65_537) }, "TOO_LARGE", "text");
        await RefusedAsync(new() { TicketId = ticketId, Text = "a", Language = "_" }, "INVALID_LANGUAGE", "language");
        await RefusedAsync(new() { TicketId = ticketId, Reference = $"https://somewhere/{new string('r', 2_048)}" }, "TOO_LARGE", "reference");
        foreach (var reference in new[] { "", "somewhere", "/somewhere", "javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,x", "file:///etc/passwd", "https://", "https://bank.example@elsewhere/", "https://some where/", "https://some\u202ewhere/\u001b" })
        {
            await RefusedAsync(new() { TicketId = ticketId, Reference = reference }, "INVALID_REQUEST", "reference");
        }

        await RefusedAsync(new() { TicketId = ticketId, Text = "a", RequestId = new string('r', 65) }, "TOO_LARGE", "request_id");
        await RefusedAsync(new() { TicketId = "", Text = "a" }, "EMPTY_ID", "ticket_id");
        await RefusedAsync(new() { TicketId = "none", Text = "a" }, "UNKNOWN_TICKET", "ticket_id");
        Assert.Equal(0, (await queue.Adapter.Tickets.GetAsync(new() { TicketId = ticketId })).LastMessageNumber);

        async Task RefusedAsync(V1.AppendRequest request, string reason, string field)
        {
            var told = await Told.ByAsync(queue.Adapter.Tickets.AppendAsync(request));
            Assert.Equal((reason, field), (told.Reason, told.Field));
        }
    }

    [Fact]
    public async Task An_append_repeated_with_its_request_id_is_done_once()
    {
        using var queue = await server.NewQueueAsync();
        var ticketId = (await queue.SubmitAsync("chat")).TicketId;
        var request = new V1.AppendRequest { TicketId = ticketId, Text = "once", RequestId = "r-1" };

        var first = await queue.Adapter.Tickets.AppendAsync(request);
        var second = await queue.Adapter.Tickets.AppendAsync(request);
        request.Text = "another";
        var told = await Told.ByAsync(queue.Adapter.Tickets.AppendAsync(request));

        Assert.Equal((1L, 1L), (first.Number, second.Number));
        Assert.Equal((StatusCode.AlreadyExists, "REQUEST_ID_REUSED"), (told.Code, told.Reason));
    }

    private static async Task<(V1.SubmitResponse Submitted, V1.Assignment Assignment)> TakeChatAsync(TestQueue queue, TestAgent agent, string text)
    {
        var submitted = await queue.SubmitAsync("chat", t => t.Text = text);
        await agent.DoAsync(new() { Accept = new() { TicketId = submitted.TicketId, OfferNo = 1 } });
        return (submitted, (await agent.NextAsync(Update.Assignment)).Assignment);
    }

    private static async Task<V1.TicketUpdate> NextAsync(AsyncServerStreamingCall<V1.TicketUpdate> watch)
    {
        Assert.True(await Eventually.DoneAsync(watch.ResponseStream.MoveNext(CancellationToken.None), "the next update of a watch"));
        return watch.ResponseStream.Current;
    }

    private static async Task<V1.Message> NextMessageAsync(AsyncServerStreamingCall<V1.TicketUpdate> watch)
    {
        while (true)
        {
            if ((await NextAsync(watch)).Message is { } message)
            {
                return message;
            }
        }
    }

    private static async IAsyncEnumerable<V1.TicketUpdate> RestAsync(AsyncServerStreamingCall<V1.TicketUpdate> watch)
    {
        while (await Eventually.DoneAsync(watch.ResponseStream.MoveNext(CancellationToken.None), "the end of a watch"))
        {
            yield return watch.ResponseStream.Current;
        }
    }
}
