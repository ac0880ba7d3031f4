using Grpc.Core;
using Update = Router.V1.WorkUpdate.UpdateOneofCase;

namespace Router.Server.Tests.Edge;

public sealed class AgentSessionTests(EdgeServer server) : IClassFixture<EdgeServer>
{
    [Fact]
    public async Task A_sign_in_tells_what_a_client_needs_to_know()
    {
        using var queue = await server.NewQueueAsync(q => q.Dispositions.Add(new V1.Disposition { Code = "solved", Label = "Solved" }));

        var signedIn = (await queue.SignInAsync()).SignedIn!;

        Assert.Equal(("default", $"{queue.Name}-1", false), (signedIn.Workspace, signedIn.AgentId, signedIn.Resumed));
        Assert.Equal((V1.Presence.Available, V1.AgentActivity.Idle), (signedIn.Presence.Presence, signedIn.Activity));
        Assert.Equal((1.0, 5L), (signedIn.ClockSpeed, signedIn.HeartbeatInterval.Seconds));
        Assert.Equal(["call", "chat", "email"], signedIn.Rules.Channels.Select(c => c.Name));
        Assert.Equal("solved", Assert.Single(Assert.Single(signedIn.Rules.Queues).Dispositions).Code);
        Assert.InRange(signedIn.SessionId.Length, 20, 64);
    }

    [Fact]
    public async Task A_bad_sign_in_is_refused_and_the_stream_may_try_again()
    {
        using var queue = await server.NewQueueAsync();
        using var agent = new TestAgent(await queue.NewAgentAsync(p => p.Channels.Add(new V1.ChannelCapacity { Channel = "email", Max = 0 })));
        using var stranger = new TestAgent(queue.Use(TestCaller.As(server.Server, "agent", $"{queue.Name}-nobody")));

        await RefusedAsync(stranger, new(), V1.Reason.UnknownAgent);
        await RefusedAsync(agent, new() { AgentId = "another" }, V1.Reason.NotAllowed);
        await RefusedAsync(agent, new() { Channels = { "fax" } }, V1.Reason.UnknownChannel);
        await RefusedAsync(agent, new() { Channels = { "email" } }, V1.Reason.WiderThanProfile);
        await RefusedAsync(agent, new() { Languages = { "he" } }, V1.Reason.WiderThanProfile);
        await RefusedAsync(agent, new() { Languages = { "not a language" } }, V1.Reason.InvalidLanguage);
        await RefusedAsync(agent, new() { SessionId = new string('s', 65) }, V1.Reason.TooLarge);
        await agent.DoAsync(new() { SignIn = new() });
        await RefusedAsync(agent, new(), V1.Reason.AlreadySignedIn);

        static async Task RefusedAsync(TestAgent agent, V1.SignIn signIn, V1.Reason reason) =>
            Assert.Equal(reason, (await agent.RefusedAsync(new() { SignIn = signIn })).Reason);
    }

    [Fact]
    public async Task An_agent_signs_in_with_some_of_his_languages_and_is_given_no_other()
    {
        using var queue = await server.NewQueueAsync();
        var caller = await queue.NewAgentAsync(p => p.Languages.Add([new V1.LanguageLevel { Language = "he", Level = 5 }, new V1.LanguageLevel { Language = "ru", Level = 4 }]));
        using var agent = await TestAgent.SignInAsync(caller, new() { Languages = { "RU" }, Presence = V1.Presence.Available });

        var hebrew = await queue.SubmitAsync(change: t => t.Languages.Add(new V1.LanguageRequirement { Language = "he", MinLevel = 3 }));
        var russian = await queue.SubmitAsync(change: t => t.Languages.Add(new V1.LanguageRequirement { Language = "ru", MinLevel = 3 }));

        Assert.Equal(russian.TicketId, (await agent.NextAsync(Update.Offer)).Offer.Ticket.Id);
        Assert.False(hebrew.Unroutable);
        var told = await server.Admin.Supervisors.ExplainAsync(new() { TicketId = hebrew.TicketId, AgentId = agent.SignedIn!.AgentId });
        Assert.Contains(V1.WhyNot.SessionLanguage, told.Agent.WhyNot);
        Assert.Contains("is signed in without the language", told.Agent.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_agent_whose_profile_accepts_at_once_is_assigned_a_call_without_an_offer()
    {
        using var queue = await server.NewQueueAsync();
        var caller = await queue.NewAgentAsync(p => p.Channels.Add(new V1.ChannelCapacity { Channel = "call", Accept = V1.AcceptMode.Auto }));
        using var agent = await TestAgent.SignInAsync(caller);

        var call = await queue.SubmitAsync();

        Assert.Equal(V1.TicketState.Assigned, call.State);
        Assert.Equal(call.TicketId, (await agent.NextAsync(Update.Assignment)).Assignment.Ticket.Id);
        var profile = await server.Admin.Supervisors.GetAgentAsync(new() { AgentId = agent.SignedIn!.AgentId });
        Assert.Equal(V1.AcceptMode.Auto, profile.Channels[0].Accept);
    }

    [Fact]
    public async Task A_second_session_needs_to_take_over_and_ends_the_first()
    {
        using var queue = await server.NewQueueAsync();
        var caller = await queue.NewAgentAsync();
        using var first = await TestAgent.SignInAsync(caller);
        var ticketId = (await queue.SubmitAsync()).TicketId;
        await first.DoAsync(new() { Accept = new() { TicketId = ticketId, OfferNo = 1 } });
        using var second = new TestAgent(caller);

        var refusal = await second.RefusedAsync(new() { SignIn = new() });
        await second.DoAsync(new() { SignIn = new() { TakeOver = true } });

        Assert.Equal((V1.Reason.SessionExists, (int)StatusCode.AlreadyExists), (refusal.Reason, refusal.Code));
        var ended = (await first.NextAsync(Update.SessionEnded)).SessionEnded;
        Assert.Equal((V1.SessionEnd.TakenOver, false), (ended.Reason, ended.Reconnect));
        Assert.Equal(StatusCode.Aborted, (await first.EndAsync()).StatusCode);
        var signedIn = (await second.NextAsync(Update.SignedIn)).SignedIn;
        Assert.Equal((false, ticketId), (signedIn.Resumed, Assert.Single(signedIn.Assignments).Ticket.Id));
        await second.DoAsync(new() { Complete = new() { TicketId = ticketId, AssignmentNo = 1 } });
    }

    [Fact]
    public async Task A_newer_stream_of_the_session_replaces_the_older()
    {
        using var queue = await server.NewQueueAsync();
        var caller = await queue.NewAgentAsync();
        using var first = await TestAgent.SignInAsync(caller);

        using var second = await TestAgent.SignInAsync(caller, new() { SessionId = first.SignedIn!.SessionId });

        Assert.Equal((true, first.SignedIn.SessionId), (second.SignedIn!.Resumed, second.SignedIn.SessionId));
        var ended = (await first.NextAsync(Update.SessionEnded)).SessionEnded;
        Assert.Equal((V1.SessionEnd.StreamReplaced, false), (ended.Reason, ended.Reconnect));
        await queue.SubmitAsync();
        Assert.Equal(1, (await second.NextAsync(Update.Offer)).Offer.OfferNo);
        Assert.False((await AgentAsync(queue)).SessionLost);
    }

    [Fact]
    public async Task A_session_that_is_gone_begins_anew()
    {
        using var queue = await server.NewQueueAsync();
        var caller = await queue.NewAgentAsync();

        using var agent = await TestAgent.SignInAsync(caller, new() { SessionId = "long-gone", Presence = V1.Presence.Available });

        Assert.False(agent.SignedIn!.Resumed);
        Assert.NotEqual("long-gone", agent.SignedIn.SessionId);
    }

    [Fact]
    public async Task A_broken_stream_loses_its_offers_and_keeps_its_work()
    {
        using var queue = await server.NewQueueAsync();
        var caller = await queue.NewAgentAsync();
        var agent = await TestAgent.SignInAsync(caller);
        var held = (await queue.SubmitAsync("chat")).TicketId;
        await agent.DoAsync(new() { Accept = new() { TicketId = held, OfferNo = 1 } });
        var offered = (await queue.SubmitAsync("chat")).TicketId;
        await agent.NextAsync(Update.Offer);

        agent.Dispose();

        await Router.Testing.Eventually.TrueAsync(async () => (await AgentAsync(queue)).SessionLost, "the session is lost");
        Assert.Equal(V1.TicketState.Queued, (await queue.Adapter.Tickets.GetAsync(new() { TicketId = offered })).State);
        using var back = await TestAgent.SignInAsync(caller, new() { SessionId = agent.SignedIn!.SessionId });
        Assert.Equal(held, Assert.Single(back.SignedIn!.Assignments).Ticket.Id);
        var again = back.SignedIn.Offers.FirstOrDefault() ?? (await back.NextAsync(Update.Offer)).Offer;
        Assert.Equal((offered, 2), (again.Ticket.Id, again.OfferNo));
    }

    [Fact]
    public async Task A_stream_that_says_it_has_no_more_to_ask_ends_well()
    {
        using var queue = await server.NewQueueAsync();
        var agent = await queue.SignInAsync();
        var id = await agent.AskAsync(new() { SetPresence = new() { Presence = V1.Presence.Away, AwayReason = "meal" } });

        await agent.CompleteAsync();

        Assert.Equal(id, (await agent.NextAsync(Update.Done)).Done.RequestId);
        Assert.Equal(StatusCode.OK, (await agent.EndAsync()).StatusCode);
        await Router.Testing.Eventually.TrueAsync(async () => (await AgentAsync(queue)).SessionLost, "the session is lost");
    }

    [Fact]
    public async Task Signing_out_with_work_in_hand_asks_and_hands_back()
    {
        using var queue = await server.NewQueueAsync();
        var agent = await queue.SignInAsync();
        var ticketId = (await queue.SubmitAsync()).TicketId;
        await agent.DoAsync(new() { Accept = new() { TicketId = ticketId, OfferNo = 1 } });

        var refusal = await agent.RefusedAsync(new() { SignOut = new() });
        await agent.DoAsync(new() { SignOut = new() { WorkInHand = V1.WorkInHand.HandBack } });

        Assert.Equal(V1.Reason.WorkInHand, refusal.Reason);
        Assert.Equal(V1.AssignmentEnd.HandedBack, (await agent.NextAsync(Update.AssignmentEnded)).AssignmentEnded.Reason);
        Assert.Equal(V1.SessionEnd.SignedOut, (await agent.NextAsync(Update.SessionEnded)).SessionEnded.Reason);
        Assert.Equal(StatusCode.OK, (await agent.EndAsync()).StatusCode);
        Assert.Equal(V1.Presence.Offline, (await AgentAsync(queue)).Presence.Presence);
    }

    [Fact]
    public async Task A_changed_profile_or_policy_is_told()
    {
        using var queue = await server.NewQueueAsync();
        var agent = await queue.SignInAsync();

        await server.Admin.Supervisors.PutAgentAsync(new() { Profile = new() { AgentId = $"{queue.Name}-1", Name = "Berta", Queues = { queue.Name } } });

        var rules = (await agent.NextAsync(Update.RulesChanged)).RulesChanged;
        while (rules.Profile.Name != "Berta")
        {
            rules = (await agent.NextAsync(Update.RulesChanged)).RulesChanged;
        }

        using var other = await server.NewQueueAsync();
        var version = rules.PolicyVersion;
        while (version == rules.PolicyVersion)
        {
            version = (await agent.NextAsync(Update.RulesChanged)).RulesChanged.PolicyVersion;
        }

        Assert.True(version > rules.PolicyVersion);
    }

    [Fact]
    public async Task A_customer_who_hangs_up_sends_the_agent_to_wrap_up()
    {
        using var queue = await server.NewQueueAsync(q => q.Channels[0].WrapUp = new() { Kind = V1.WrapUpKind.Timed, Duration = new() { Seconds = 600 } });
        var agent = await queue.SignInAsync();
        var ticketId = (await queue.SubmitAsync()).TicketId;
        await agent.DoAsync(new() { Accept = new() { TicketId = ticketId, OfferNo = 1 } });

        var ended = await queue.Adapter.Tickets.EndAsync(new() { TicketId = ticketId, By = V1.EndedBy.Channel });

        Assert.Equal(V1.TicketState.WrappingUp, ended.State);
        var wrapUp = (await agent.NextAsync(Update.WrapUp)).WrapUp;
        Assert.Equal((V1.EndedBy.Channel, V1.WrapUpKind.Timed, 1), (wrapUp.EndedBy, wrapUp.Kind, wrapUp.AssignmentNo));
        Assert.Equal(V1.TicketState.Completed, (await agent.DoAsync(new() { Complete = new() { TicketId = ticketId, AssignmentNo = 1, Disposition = "any" } })).State);
        var again = await Told.ByAsync(queue.Adapter.Tickets.EndAsync(new() { TicketId = ticketId }));
        Assert.Equal(("WRONG_STATE", "completed"), (again.Reason, again.Metadata["state"]));
    }

    private async Task<V1.LiveAgent> AgentAsync(TestQueue queue) =>
        (await server.Admin.Supervisors.GetLiveAsync(new())).Agents.Single(a => a.AgentId == $"{queue.Name}-1");
}
