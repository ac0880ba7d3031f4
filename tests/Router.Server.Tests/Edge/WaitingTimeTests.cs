using Grpc.Core;
using Router.Server.Tests.Infrastructure;
using Update = Router.V1.WorkUpdate.UpdateOneofCase;

namespace Router.Server.Tests.Edge;

/// <summary>What waiting customers are told over real gRPC.</summary>
public sealed class WaitingTimeTests(EdgeServer server) : IClassFixture<EdgeServer>
{
    private const int ClockSetForward = 236;

    [Theory]
    [InlineData("he", "תקבלו מענה בתוך 25 דקות.")]
    [InlineData("ru-RU", "Вам ответят в течение 25 минут.")]
    [InlineData("lt", "Jums atsakysime per 25 minutes.")]
    [InlineData("de", "You will be served within 25 minutes.")]
    public async Task Submit_tells_the_wait_in_the_customers_language_and_get_too(string language, string spoken)
    {
        using var queue = await server.NewQueueAsync();
        var caller = await queue.NewAgentAsync(p => p.Languages.Add(new V1.LanguageLevel { Language = language.Split('-')[0], Level = 5 }));
        var agent = queue.Use(await TestAgent.SignInAsync(caller));
        var inHand = (await queue.SubmitAsync()).TicketId;
        await agent.DoAsync(new() { Accept = new() { TicketId = inHand, OfferNo = (await agent.NextAsync(Update.Offer)).Offer.OfferNo } });
        var submitted = await queue.SubmitAsync(change: t => t.Languages.Add(new V1.LanguageRequirement { Language = language, MinLevel = 1 }));

        Assert.Equal((V1.Confidence.Low, spoken), (submitted.Waiting.Confidence, submitted.Waiting.Spoken));
        Assert.Equal(spoken, (await queue.Adapter.Tickets.GetAsync(new() { TicketId = submitted.TicketId })).Waiting.Spoken);
    }

    [Fact]
    public async Task While_an_agent_is_asked_to_take_it_the_customer_hears_that_and_when_he_declines_how_long_it_takes()
    {
        using var queue = await server.NewQueueAsync();
        var agent = await queue.SignInAsync();
        var submitted = await queue.SubmitAsync();
        using var watch = queue.Adapter.Tickets.Watch(new() { TicketId = submitted.TicketId });

        Assert.Equal((V1.TicketState.Offered, "We are connecting you now."), (submitted.State, submitted.Waiting.Spoken));
        Assert.Equal("We are connecting you now.", (await NextAsync(watch)).Waiting.Spoken);

        await agent.DoAsync(new() { Decline = new() { TicketId = submitted.TicketId, OfferNo = (await agent.NextAsync(Update.Offer)).Offer.OfferNo } });
        Assert.StartsWith("You will be served within", (await NextAsync(watch, s => s.State == V1.TicketState.Queued)).Waiting.Spoken, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_names_no_language_is_spoken_to_in_the_queues()
    {
        using var queue = await server.NewQueueAsync(q => q.Languages.Add(new V1.LanguageRequirement { Language = "lt", MinLevel = 1 }));

        var submitted = await queue.SubmitAsync();

        Assert.StartsWith("Kol kas negalime", submitted.Waiting.Spoken, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nobody_is_there_nothing_is_known_and_a_call_back_is_offered_to_who_may_have_one()
    {
        using var queue = await server.NewQueueAsync();
        await queue.NewAgentAsync();

        var call = (await queue.SubmitAsync()).Waiting;
        var email = (await queue.SubmitAsync("email")).Waiting;

        Assert.Equal((V1.Confidence.Unknown, true, null), (call.Confidence, call.CallBackPossible, call.Promise));
        Assert.Equal("We cannot say yet how long it will take. We can call you back if you like.", call.Spoken);
        Assert.Equal((false, "We cannot say yet how long it will take."), (email.CallBackPossible, email.Spoken));
    }

    [Fact]
    public async Task Watch_tells_a_closed_queues_customer_when_it_opens()
    {
        using var queue = await server.NewQueueAsync(q => q.Hours = new()
        {
            TimeZone = "Etc/UTC",
            Days = { new V1.DayOpening { Date = $"{TimeProvider.System.GetUtcNow().AddDays(40):yyyy-MM-dd}", Opens = "09:00", Closes = "17:00" } },
        });
        var submitted = await queue.SubmitAsync();
        using var watch = queue.Adapter.Tickets.Watch(new() { TicketId = submitted.TicketId });

        var first = await NextAsync(watch);

        Assert.Equal(submitted.Waiting.OpensAt, first.Waiting.OpensAt);
        Assert.Matches("^We are closed now. We open on [0-9]+ [A-Z][a-z]+ at 9:00.$", first.Waiting.Spoken);
    }

    [Fact]
    public async Task Watch_tells_anew_when_who_was_ahead_is_served_and_the_kept_promise_is_told_and_counted()
    {
        using var queue = await server.NewQueueAsync();
        var agent = await queue.SignInAsync();
        var inHand = (await queue.SubmitAsync()).TicketId;
        await agent.DoAsync(new() { Accept = new() { TicketId = inHand, OfferNo = (await agent.NextAsync(Update.Offer)).Offer.OfferNo } });
        var second = (await queue.SubmitAsync()).TicketId;
        var third = await queue.SubmitAsync();
        using var watch = queue.Adapter.Tickets.Watch(new() { TicketId = third.TicketId });
        var first = await NextAsync(watch);

        await agent.DoAsync(new() { Complete = new() { TicketId = inHand, AssignmentNo = 1 } });
        await agent.DoAsync(new() { Accept = new() { TicketId = second, OfferNo = (await agent.NextAsync(Update.Offer)).Offer.OfferNo } });

        Assert.Equal(2, first.Waiting.Position);
        Assert.Equal(third.Waiting.Spoken, first.Waiting.Spoken);
        var then = await NextAsync(watch, s => s.Waiting.Position == 1);
        Assert.True(then.Waiting.Promise.Seconds < first.Waiting.Promise.Seconds, $"{then} after {first}");
        Assert.NotEmpty(then.Waiting.Spoken);
        var kept = await server.Admin.Tickets.GetAsync(new() { TicketId = second });
        Assert.True(kept.PromiseKept);
        Assert.False((await server.Admin.Tickets.GetAsync(new() { TicketId = inHand })).HasPromiseKept);
        var row = Assert.Single((await server.Admin.Supervisors.GetLiveAsync(new() { Queues = { queue.Name } })).Rows);
        Assert.Equal((1, 1), (row.PromisesJudged, row.PromisesKept));
        using var events = server.Admin.Events.Watch(new V1.WatchEventsRequest { EndAtNewest = true });
        var judged = await events.ResponseStream.ReadAllAsync().Where(e => e.PromiseJudged?.TicketId == second).Select(e => e.PromiseJudged).SingleAsync();
        Assert.Equal((queue.Name, true, kept.PromiseTold), (judged.Queue, judged.Kept, judged.Promise));
    }

    [Fact]
    public async Task Watch_tells_anew_when_time_alone_has_made_the_wait_longer()
    {
        await using var alone = await RouterServer.StartAsync();
        using var admin = TestCaller.As(alone, "admin", "root");
        await admin.Supervisors.PutQueueAsync(new() { Queue = new() { Name = "q", Channels = { new V1.QueueChannelPolicy { Channel = "call" } } } });
        await admin.Supervisors.PutAgentAsync(new() { Profile = new() { AgentId = "anna" } });
        using var anna = TestCaller.As(alone, "agent", "anna");
        using var agent = await TestAgent.SignInAsync(anna);
        var ticket = await admin.Tickets.SubmitAsync(new() { Source = "test", ExternalId = "1", Channel = "call", Queue = "q" });
        await agent.DoAsync(new() { Accept = new() { TicketId = ticket.TicketId, OfferNo = 1 } });
        var waiting = await admin.Tickets.SubmitAsync(new() { Source = "test", ExternalId = "2", Channel = "call", Queue = "q" });
        using var watch = admin.Tickets.Watch(new() { TicketId = waiting.TicketId });
        var first = await NextAsync(watch);

        alone.Logs.Expect(ClockSetForward);
        alone.Time.MoveWall(TimeSpan.FromSeconds(120));
        var then = await NextAsync(watch, s => s.Waiting.Estimate.Seconds > first.Waiting.Estimate.Seconds);

        Assert.True(then.Waiting.Promise.Seconds > first.Waiting.Promise.Seconds, $"{then} after {first}");
    }

    private static async Task<V1.TicketStatus> NextAsync(AsyncServerStreamingCall<V1.TicketUpdate> watch, Func<V1.TicketStatus, bool>? isIt = null)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await foreach (var update in watch.ResponseStream.ReadAllAsync(limit.Token))
        {
            if (update.Status is { } status && isIt?.Invoke(status) != false)
            {
                return status;
            }
        }

        throw new InvalidOperationException("The watch ended.");
    }
}
