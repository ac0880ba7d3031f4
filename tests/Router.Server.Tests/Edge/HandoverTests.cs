using Update = Router.V1.WorkUpdate.UpdateOneofCase;

namespace Router.Server.Tests.Edge;

/// <summary>A warm transfer, over the streams of both agents.</summary>
public sealed class HandoverTests(EdgeServer server) : IClassFixture<EdgeServer>
{
    [Fact]
    public async Task The_owner_sees_whom_he_asked_and_the_other_who_asks_him_and_why_until_he_takes_it_over()
    {
        using var queue = await server.NewQueueAsync();
        var (owner, ticket) = await queue.OwnerAsync();
        var caller = await queue.NewAgentAsync();
        var other = queue.Use(await TestAgent.SignInAsync(caller));
        var (ownerId, otherId) = (owner.SignedIn!.AgentId, other.SignedIn!.AgentId);

        var done = await owner.DoAsync(Warm(ticket, otherId));
        var pending = (await owner.NextAsync(Update.AssignmentChanged)).AssignmentChanged.Assignment;
        var offer = (await other.NextAsync(Update.Offer)).Offer;
        var explained = await server.Admin.Supervisors.ExplainAsync(new() { TicketId = ticket, AgentId = otherId });

        Assert.Equal(V1.TicketState.Assigned, done.State);
        Assert.Equal((otherId, 2), (pending.Ticket.Assignment.Handover.AgentId, pending.Ticket.Assignment.Handover.OfferNo));
        Assert.Equal(
            (V1.OfferKind.Handover, ownerId, "wants: a loan", 2, V1.TicketState.Assigned),
            (offer.Kind, offer.FromAgentId, offer.Note, offer.OfferNo, offer.Ticket.State));
        Assert.Equal(pending.Ticket.Assignment.Handover.ExpiresAt, offer.ExpiresAt);
        Assert.Contains($"{otherId} is asked to take it over", explained.Sentence, StringComparison.Ordinal);
        Assert.Equal(ticket, (await caller.Tickets.GetAsync(new() { TicketId = ticket })).Id);
        await other.DoAsync(new() { Accept = new() { TicketId = ticket, OfferNo = 2 } });
        var taken = (await other.NextAsync(Update.Assignment)).Assignment;
        Assert.Equal((2, "wants: a loan", otherId), (taken.AssignmentNo, taken.Note, taken.Ticket.Assignment.AgentId));
        Assert.Null(taken.Ticket.Assignment.Handover);
        Assert.Equal(V1.AssignmentEnd.Transferred, (await owner.NextAsync(Update.AssignmentEnded)).AssignmentEnded.Reason);
        var history = (await server.Admin.Supervisors.HistoryAsync(new() { TicketId = ticket })).Entries;
        Assert.Equal(
            ["Anna asks Anna to take it over (offer 2).", $"Anna handed it over to queue {queue.Name}: wants: a loan.", "Anna has it (assignment 2)."],
            history.TakeLast(3).Select(h => h.Sentence));
    }

    [Fact]
    public async Task Who_declines_leaves_it_to_its_owner_who_is_told()
    {
        using var queue = await server.NewQueueAsync();
        var (owner, ticket) = await queue.OwnerAsync();
        var other = await queue.SignInAsync();
        await owner.DoAsync(Warm(ticket, other.SignedIn!.AgentId));
        await owner.NextAsync(Update.AssignmentChanged);
        await other.NextAsync(Update.Offer);

        await other.DoAsync(new() { Decline = new() { TicketId = ticket, OfferNo = 2, Reason = "not mine" } });

        Assert.Null((await owner.NextAsync(Update.AssignmentChanged)).AssignmentChanged.Assignment.Ticket.Assignment.Handover);
        var history = (await server.Admin.Supervisors.HistoryAsync(new() { TicketId = ticket })).Entries;
        Assert.Equal("Anna does not take it over: he declined: not mine.", history[^1].Sentence);
    }

    [Fact]
    public async Task Called_off_it_is_withdrawn_and_a_stream_that_begins_meanwhile_is_told_of_it()
    {
        using var queue = await server.NewQueueAsync();
        var (owner, ticket) = await queue.OwnerAsync();
        var caller = await queue.NewAgentAsync();
        queue.Use(await TestAgent.SignInAsync(caller));
        await owner.DoAsync(Warm(ticket, $"{queue.Name}-2"));
        var other = queue.Use(await TestAgent.SignInAsync(caller, new() { TakeOver = true, Presence = V1.Presence.Available }));

        await owner.DoAsync(new() { EndHandover = new() { TicketId = ticket, AssignmentNo = 1 } });

        Assert.Equal((V1.OfferKind.Handover, "wants: a loan"), (other.SignedIn!.Offers.Single().Kind, other.SignedIn.Offers[0].Note));
        var withdrawn = (await other.NextAsync(Update.OfferWithdrawn)).OfferWithdrawn;
        Assert.Equal((2, V1.OfferWithdrawal.CalledOff, false), (withdrawn.OfferNo, withdrawn.Reason, withdrawn.Missed));
        var refusal = await owner.RefusedAsync(new() { EndHandover = new() { TicketId = ticket, AssignmentNo = 1 } });
        Assert.Equal(V1.Reason.WrongState, refusal.Reason);
    }

    [Fact]
    public async Task Only_one_agent_can_be_asked()
    {
        using var queue = await server.NewQueueAsync();
        var (owner, ticket) = await queue.OwnerAsync();

        var noAgent = await owner.RefusedAsync(new()
        {
            Transfer = new() { TicketId = ticket, AssignmentNo = 1, Warm = true, Target = new() { Queue = queue.Name } },
        });
        var nobody = await owner.RefusedAsync(Warm(ticket, "nobody"));

        Assert.Equal((V1.Reason.InvalidRequest, "transfer.target"), (noAgent.Reason, noAgent.Metadata["field"]));
        Assert.Equal((V1.Reason.UnknownAgent, "transfer.target.agent_id"), (nobody.Reason, nobody.Metadata["field"]));
    }

    private static V1.WorkRequest Warm(string ticket, string agentId) => new()
    {
        Transfer = new() { TicketId = ticket, AssignmentNo = 1, Warm = true, Target = new() { AgentId = agentId }, Note = "wants: a loan" },
    };
}
