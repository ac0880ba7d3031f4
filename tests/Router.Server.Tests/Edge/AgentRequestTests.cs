using Grpc.Core;
using Update = Router.V1.WorkUpdate.UpdateOneofCase;

namespace Router.Server.Tests.Edge;

/// <summary>What is refused inside an agent's stream, which goes on all the same.</summary>
public sealed class AgentRequestTests(EdgeServer server) : IClassFixture<EdgeServer>
{
    [Fact]
    public async Task Nothing_is_done_before_the_sign_in_except_heartbeats()
    {
        using var queue = await server.NewQueueAsync();
        using var agent = new TestAgent(await queue.NewAgentAsync());

        var refusal = await agent.RefusedAsync(new() { Accept = new() { TicketId = "1-1", OfferNo = 1 } });
        await agent.SendAsync(new() { Heartbeat = new() { Tag = 3 } });

        Assert.Equal((V1.Reason.NoSession, (int)StatusCode.FailedPrecondition), (refusal.Reason, refusal.Code));
        Assert.Equal(3, (await agent.NextAsync(Update.Heartbeat)).Heartbeat.Tag);
    }

    [Fact]
    public async Task A_request_needs_an_id_and_a_content()
    {
        using var queue = await server.NewQueueAsync();
        var agent = await queue.SignInAsync();

        await agent.SendAsync(new() { SetPresence = new() { Presence = V1.Presence.Available } });
        var noId = (await agent.NextAsync(Update.Refused)).Refused;
        var noContent = await agent.RefusedAsync(new() { RequestId = "r" });
        var longId = await agent.RefusedAsync(new() { RequestId = new string('r', 65), Accept = new() });

        Assert.Equal((V1.Reason.EmptyId, "request_id"), (noId.Refusal.Reason, noId.Refusal.Metadata["field"]));
        Assert.Equal((V1.Reason.InvalidRequest, "request"), (noContent.Reason, noContent.Metadata["field"]));
        Assert.Equal(V1.Reason.TooLarge, longId.Reason);
    }

    [Fact]
    public async Task A_bad_presence_is_refused()
    {
        using var queue = await server.NewQueueAsync();
        var agent = await queue.SignInAsync();

        await RefusedAsync(V1.Presence.Away, "", V1.Reason.UnknownAwayReason);
        await RefusedAsync(V1.Presence.Away, "smoke", V1.Reason.UnknownAwayReason);
        await RefusedAsync(V1.Presence.Offline, "", V1.Reason.InvalidRequest);
        await RefusedAsync(V1.Presence.Unspecified, "", V1.Reason.InvalidRequest);
        await RefusedAsync((V1.Presence)77, "", V1.Reason.InvalidRequest);
        async Task RefusedAsync(V1.Presence presence, string awayReason, V1.Reason reason) => Assert.Equal(
            reason, (await agent.RefusedAsync(new() { SetPresence = new() { Presence = presence, AwayReason = awayReason } })).Reason);
    }

    [Fact]
    public async Task A_presence_is_told_and_lasts()
    {
        using var queue = await server.NewQueueAsync();
        var agent = await queue.SignInAsync();

        await agent.DoAsync(new() { SetPresence = new() { Presence = V1.Presence.Away, AwayReason = "meal" } });

        var told = (await agent.NextAsync(Update.PresenceChanged)).PresenceChanged;
        while (told.Presence.Presence != V1.Presence.Away)
        {
            told = (await agent.NextAsync(Update.PresenceChanged)).PresenceChanged;
        }

        Assert.Equal(("meal", V1.AgentActivity.Idle, V1.ActorKind.Agent), (told.Presence.AwayReason, told.Activity, told.Presence.SetBy.Kind));
        Assert.Equal(V1.TicketState.Queued, (await queue.SubmitAsync()).State);
    }

    [Fact]
    public async Task Who_has_declined_is_idle_again()
    {
        using var queue = await server.NewQueueAsync();
        var agent = await queue.SignInAsync();
        await queue.SubmitAsync();
        var offer = (await agent.NextAsync(Update.Offer)).Offer;
        await agent.DoAsync(new() { Decline = new() { TicketId = offer.Ticket.Id, OfferNo = offer.OfferNo, Reason = "busy" } });

        await agent.DoAsync(new() { SetPresence = new() { Presence = V1.Presence.Away, AwayReason = "meal" } });

        V1.PresenceChanged told;
        do
        {
            told = (await agent.NextAsync(Update.PresenceChanged)).PresenceChanged;
        }
        while (told.Presence.Presence != V1.Presence.Away);
        Assert.Equal(V1.AgentActivity.Idle, told.Activity);
    }

    [Fact]
    public async Task An_offer_that_was_never_made_or_is_over_or_anothers_is_refused_by_its_own_reason()
    {
        using var queue = await server.NewQueueAsync();
        var agent = await queue.SignInAsync();
        var ticketId = (await queue.SubmitAsync()).TicketId;
        await agent.NextAsync(Update.Offer);
        var other = await queue.SignInAsync();

        await RefusedAsync(other, "1-ffff", 1, V1.Reason.UnknownTicket);
        await RefusedAsync(other, "", 1, V1.Reason.EmptyId);
        await RefusedAsync(other, ticketId, 7, V1.Reason.OfferUnknown);
        await RefusedAsync(other, ticketId, 0, V1.Reason.OfferUnknown);
        await RefusedAsync(other, ticketId, 1, V1.Reason.NotYourOffer);

        await queue.Adapter.Tickets.EndAsync(new() { TicketId = ticketId });
        var withdrawn = (await agent.NextAsync(Update.OfferWithdrawn)).OfferWithdrawn;
        Assert.Equal((V1.OfferWithdrawal.Abandoned, false), (withdrawn.Reason, withdrawn.Missed));
        var late = await agent.RefusedAsync(Accept(ticketId, 1));
        Assert.Equal((V1.Reason.WrongState, "abandoned"), (late.Reason, late.Metadata["state"]));

        static async Task RefusedAsync(TestAgent agent, string ticketId, int offerNo, V1.Reason reason) =>
            Assert.Equal(reason, (await agent.RefusedAsync(Accept(ticketId, offerNo))).Reason);
    }

    [Fact]
    public async Task An_offer_that_has_expired_says_so()
    {
        using var queue = await server.NewQueueAsync(q => q.Channels[1].OfferTimeToLive = new() { Seconds = 1 });
        var agent = await queue.SignInAsync();
        var ticketId = (await queue.SubmitAsync("chat")).TicketId;
        await agent.NextAsync(Update.Offer);

        var withdrawn = (await agent.NextAsync(Update.OfferWithdrawn)).OfferWithdrawn;

        Assert.Equal((V1.OfferWithdrawal.Expired, true), (withdrawn.Reason, withdrawn.Missed));
        Assert.Equal(V1.Reason.OfferExpired, (await agent.RefusedAsync(Accept(ticketId, 1))).Reason);
    }

    [Fact]
    public async Task A_declined_ticket_goes_to_another_and_the_offer_is_answered()
    {
        using var queue = await server.NewQueueAsync();
        var agent = await queue.SignInAsync();
        var ticketId = (await queue.SubmitAsync()).TicketId;
        await agent.NextAsync(Update.Offer);

        var declined = await agent.DoAsync(new() { Decline = new() { TicketId = ticketId, OfferNo = 1, Reason = "on another line" } });

        Assert.Equal(V1.TicketState.Queued, declined.State);
        Assert.Equal(V1.Reason.OfferAnswered, (await agent.RefusedAsync(Accept(ticketId, 1))).Reason);
        var other = await queue.SignInAsync();
        Assert.Equal(2, (other.SignedIn!.Offers.FirstOrDefault() ?? (await other.NextAsync(Update.Offer)).Offer).OfferNo);
    }

    [Fact]
    public async Task What_is_not_held_cannot_be_completed()
    {
        using var queue = await server.NewQueueAsync(q => q.Dispositions.Add(new V1.Disposition { Code = "solved" }));
        var agent = await queue.SignInAsync();
        var ticketId = (await queue.SubmitAsync()).TicketId;

        await RefusedAsync(1, "", V1.Reason.NotYourAssignment);
        await agent.DoAsync(Accept(ticketId, 1));
        await RefusedAsync(2, "", V1.Reason.NotYourAssignment);
        await RefusedAsync(1, "unheard-of", V1.Reason.UnknownDisposition);
        await RefusedAsync(1, new string('d', 65), V1.Reason.TooLarge);
        await agent.DoAsync(new() { Complete = new() { TicketId = ticketId, AssignmentNo = 1, Disposition = "solved" } });
        await RefusedAsync(1, "solved", V1.Reason.WrongState);

        async Task RefusedAsync(int assignmentNo, string disposition, V1.Reason reason) => Assert.Equal(
            reason,
            (await agent.RefusedAsync(new() { Complete = new() { TicketId = ticketId, AssignmentNo = assignmentNo, Disposition = disposition } })).Reason);
    }

    [Fact]
    public async Task A_request_repeated_with_its_id_is_done_once_also_on_another_stream()
    {
        using var queue = await server.NewQueueAsync();
        var caller = await queue.NewAgentAsync();
        var agent = queue.Use(await TestAgent.SignInAsync(caller));
        var ticketId = (await queue.SubmitAsync()).TicketId;
        var accept = Accept(ticketId, 1);
        accept.RequestId = "the-same";
        var first = await agent.DoAsync(accept);
        using var back = await TestAgent.SignInAsync(caller, new() { SessionId = agent.SignedIn!.SessionId });

        var second = await back.DoAsync(accept);
        accept.Accept.OfferNo = 2;
        var reused = await back.RefusedAsync(accept);

        Assert.Equal(first, second);
        Assert.Equal(V1.Reason.RequestIdReused, reused.Reason);
    }

    [Fact]
    public async Task Many_requests_at_once_get_one_answer_each_in_their_order()
    {
        using var queue = await server.NewQueueAsync();
        var agent = await queue.SignInAsync();
        var asked = new List<string>();
        for (var i = 0; i < 200; i++)
        {
            asked.Add(await agent.AskAsync(new() { Decline = new() { TicketId = "none", OfferNo = 1 } }));
        }

        var answered = new List<string>();
        while (answered.Count < asked.Count)
        {
            answered.Add((await agent.NextAsync(Update.Refused)).Refused.RequestId);
        }

        Assert.Equal(asked.Order(), answered.Order());
    }

    private static V1.WorkRequest Accept(string ticketId, int offerNo) => new() { Accept = new() { TicketId = ticketId, OfferNo = offerNo } };
}
