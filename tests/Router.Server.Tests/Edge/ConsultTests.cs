using Update = Router.V1.WorkUpdate.UpdateOneofCase;

namespace Router.Server.Tests.Edge;

/// <summary>A consult, over the streams of the agents.</summary>
public sealed class ConsultTests(EdgeServer server) : IClassFixture<EdgeServer>
{
    [Fact]
    public async Task The_owner_sees_whom_he_asked_and_the_other_joins_without_owning_it()
    {
        using var queue = await server.NewQueueAsync();
        var (owner, ticket) = await queue.OwnerAsync();
        var caller = await queue.NewAgentAsync();
        var other = queue.Use(await TestAgent.SignInAsync(caller));
        var (ownerId, otherId) = (owner.SignedIn!.AgentId, other.SignedIn!.AgentId);

        var done = await owner.DoAsync(Consult(ticket, otherId));
        var pending = (await owner.NextAsync(Update.AssignmentChanged)).AssignmentChanged.Assignment;
        var offer = (await other.NextAsync(Update.Offer)).Offer;
        var asked = await server.Admin.Supervisors.ExplainAsync(new() { TicketId = ticket, AgentId = otherId });

        Assert.Equal(V1.TicketState.Assigned, done.State);
        Assert.Equal((otherId, 2), (pending.Ticket.Assignment.Consult.AgentId, pending.Ticket.Assignment.Consult.OfferNo));
        Assert.Null(pending.Ticket.Assignment.Handover);
        Assert.Equal((V1.OfferKind.Consult, ownerId, "wants: a loan", 2), (offer.Kind, offer.FromAgentId, offer.Note, offer.OfferNo));
        Assert.Contains($"{otherId} is asked to join", asked.Sentence, StringComparison.Ordinal);
        var accepted = await other.DoAsync(new() { Accept = new() { TicketId = ticket, OfferNo = 2 } });
        var joined = (await other.NextAsync(Update.Assignment)).Assignment;
        var changed = (await owner.NextAsync(Update.AssignmentChanged)).AssignmentChanged.Assignment;
        Assert.Equal(1, accepted.AssignmentNo);
        Assert.Equal((true, 1, ownerId), (joined.Participant, joined.AssignmentNo, joined.Ticket.Assignment.AgentId));
        Assert.Equal((false, otherId), (changed.Participant, changed.Ticket.Assignment.Participants.Single()));
        Assert.Null(changed.Ticket.Assignment.Consult);
        Assert.Equal(ticket, (await caller.Tickets.GetAsync(new() { TicketId = ticket })).Id);
        var refusal = await other.RefusedAsync(new() { Complete = new() { TicketId = ticket, AssignmentNo = 1 } });
        Assert.Equal(V1.Reason.NotYourAssignment, refusal.Reason);
        var live = (await server.Admin.Supervisors.GetLiveAsync(new() { AgentIds = { otherId } })).Agents.Single();
        Assert.Equal((V1.AgentActivity.Handling, ticket, true), (live.Activity, live.Tickets.Single().TicketId, live.Tickets[0].Participant));
        Assert.Contains($"{otherId} joined.", (await server.Admin.Supervisors.ExplainAsync(new() { TicketId = ticket })).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Both_are_told_what_is_written_and_what_its_owner_does()
    {
        using var queue = await server.NewQueueAsync();
        var (owner, ticket) = await queue.OwnerAsync();
        var other = await JoinedAsync(queue, owner, ticket);

        await server.Admin.Tickets.AppendAsync(new() { TicketId = ticket, Text = "hello?" });
        await owner.DoAsync(new() { Message = new() { TicketId = ticket, AssignmentNo = 1, Text = "one moment" } });
        await owner.DoAsync(new() { Hold = new() { TicketId = ticket, AssignmentNo = 1 } });

        Assert.Equal("hello?", (await owner.NextAsync(Update.Message)).Message.Text);
        Assert.Equal(["hello?", "one moment"], [(await other.NextAsync(Update.Message)).Message.Text, (await other.NextAsync(Update.Message)).Message.Text]);
        var changed = (await other.NextAsync(Update.AssignmentChanged)).AssignmentChanged.Assignment;
        Assert.Equal((true, true), (changed.OnHold, changed.Participant));
        await owner.DoAsync(new() { Complete = new() { TicketId = ticket, AssignmentNo = 1 } });
        var ended = (await other.NextAsync(Update.AssignmentEnded)).AssignmentEnded;
        Assert.Equal((ticket, V1.AssignmentEnd.Consult), (ended.TicketId, ended.Reason));
    }

    [Fact]
    public async Task He_takes_it_over_and_its_owner_is_told_and_the_history_says_so()
    {
        using var queue = await server.NewQueueAsync();
        var (owner, ticket) = await queue.OwnerAsync();
        var other = await JoinedAsync(queue, owner, ticket);

        await other.DoAsync(new() { EndConsult = new() { TicketId = ticket, AssignmentNo = 1, Outcome = V1.ConsultOutcome.TakeOver } });

        var taken = (await other.NextAsync(Update.Assignment)).Assignment;
        Assert.Equal((false, 2, other.SignedIn!.AgentId), (taken.Participant, taken.AssignmentNo, taken.Ticket.Assignment.AgentId));
        Assert.Empty(taken.Ticket.Assignment.Participants);
        Assert.Equal(V1.AssignmentEnd.Transferred, (await owner.NextAsync(Update.AssignmentEnded)).AssignmentEnded.Reason);
        var history = (await server.Admin.Supervisors.HistoryAsync(new() { TicketId = ticket })).Entries;
        Assert.Equal(
            ["Anna asks Anna to join (offer 2).", "Anna joined.", "Anna, who had joined, takes it over.", $"Anna handed it over to queue {queue.Name}.", "Anna has it (assignment 2)."],
            history.TakeLast(5).Select(h => h.Sentence));
    }

    [Fact]
    public async Task A_stream_that_begins_meanwhile_is_told_that_he_has_joined_and_he_leaves_or_stays()
    {
        using var queue = await server.NewQueueAsync();
        var (owner, ticket) = await queue.OwnerAsync();
        var caller = await queue.NewAgentAsync();
        var before = queue.Use(await TestAgent.SignInAsync(caller));
        await JoinAsync(before, owner, ticket);

        var other = queue.Use(await TestAgent.SignInAsync(caller, new() { TakeOver = true, Presence = V1.Presence.Available }));
        await owner.DoAsync(new() { EndConsult = new() { TicketId = ticket, AssignmentNo = 1, Outcome = V1.ConsultOutcome.Stay } });
        var stays = (await other.NextAsync(Update.AssignmentChanged)).AssignmentChanged.Assignment;
        await other.DoAsync(new() { EndConsult = new() { TicketId = ticket, AssignmentNo = 1, Outcome = V1.ConsultOutcome.Leave } });

        Assert.Equal((true, V1.AgentActivity.Handling), (other.SignedIn!.Assignments.Single().Participant, other.SignedIn.Activity));
        Assert.Equal([other.SignedIn.AgentId], stays.Ticket.Assignment.Staying);
        Assert.Equal(V1.AssignmentEnd.Consult, (await other.NextAsync(Update.AssignmentEnded)).AssignmentEnded.Reason);
        var refusal = await owner.RefusedAsync(new() { EndConsult = new() { TicketId = ticket, AssignmentNo = 1, Outcome = V1.ConsultOutcome.Leave } });
        Assert.Equal(V1.Reason.WrongState, refusal.Reason);
    }

    [Fact]
    public async Task A_queue_is_asked_and_nobody_is_asked_twice_at_once()
    {
        using var queue = await server.NewQueueAsync();
        var (owner, ticket) = await queue.OwnerAsync();
        var nobody = await owner.RefusedAsync(Consult(ticket, "", queue.Name));
        var other = await queue.SignInAsync();

        await owner.DoAsync(Consult(ticket, "", queue.Name));
        var offer = (await other.NextAsync(Update.Offer)).Offer;
        var twice = await owner.RefusedAsync(Consult(ticket, other.SignedIn!.AgentId));
        await other.DoAsync(new() { Decline = new() { TicketId = ticket, OfferNo = offer.OfferNo, Reason = "busy" } });

        Assert.Equal((V1.Reason.Capacity, "start_consult.target"), (nobody.Reason, nobody.Metadata["field"]));
        Assert.Equal(V1.Reason.WrongState, twice.Reason);
        await owner.NextAsync(Update.AssignmentChanged);
        Assert.Null((await owner.NextAsync(Update.AssignmentChanged)).AssignmentChanged.Assignment.Ticket.Assignment.Consult);
        var history = (await server.Admin.Supervisors.HistoryAsync(new() { TicketId = ticket })).Entries;
        Assert.Equal("Anna does not join: he declined: busy.", history[^1].Sentence);
    }

    private static V1.WorkRequest Consult(string ticket, string agentId, string queue = "") => new()
    {
        StartConsult = new()
        {
            TicketId = ticket,
            AssignmentNo = 1,
            Target = queue.Length > 0 ? new() { Queue = queue } : new() { AgentId = agentId },
            Note = "wants: a loan",
        },
    };

    private static async Task<TestAgent> JoinedAsync(TestQueue queue, TestAgent owner, string ticket)
    {
        var other = await queue.SignInAsync();
        await JoinAsync(other, owner, ticket);
        return other;
    }

    private static async Task JoinAsync(TestAgent other, TestAgent owner, string ticket)
    {
        await owner.DoAsync(Consult(ticket, other.SignedIn!.AgentId));
        await owner.NextAsync(Update.AssignmentChanged);
        var offer = (await other.NextAsync(Update.Offer)).Offer;
        await other.DoAsync(new() { Accept = new() { TicketId = ticket, OfferNo = offer.OfferNo } });
        await other.NextAsync(Update.Assignment);
        await owner.NextAsync(Update.AssignmentChanged);
    }
}
