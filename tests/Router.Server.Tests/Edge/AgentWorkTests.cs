using Update = Router.V1.WorkUpdate.UpdateOneofCase;

namespace Router.Server.Tests.Edge;

/// <summary>What an agent does with a ticket in hand, over a real stream.</summary>
public sealed class AgentWorkTests(EdgeServer server) : IClassFixture<EdgeServer>
{
    [Fact]
    public async Task A_customer_on_hold_is_told_so_and_the_agent_who_resumes_is_told_again()
    {
        using var queue = await server.NewQueueAsync();
        var agent = await queue.SignInAsync();
        var ticket = await AcceptOneAsync(queue, agent);

        var done = await agent.DoAsync(new() { Hold = new() { TicketId = ticket, AssignmentNo = 1 } });

        Assert.Equal(V1.TicketState.Assigned, done.State);
        Assert.True((await agent.NextAsync(Update.AssignmentChanged)).AssignmentChanged.Assignment.OnHold);
        Assert.True((await queue.Adapter.Tickets.GetAsync(new() { TicketId = ticket })).Assignment.OnHold);
        Assert.Equal(
            V1.Reason.WrongState, (await agent.RefusedAsync(new() { Hold = new() { TicketId = ticket, AssignmentNo = 1 } })).Reason);
        await agent.DoAsync(new() { Resume = new() { TicketId = ticket, AssignmentNo = 1 } });
        Assert.False((await agent.NextAsync(Update.AssignmentChanged)).AssignmentChanged.Assignment.OnHold);
    }

    [Fact]
    public async Task Wrap_up_is_extended_once_and_ended_early()
    {
        using var queue = await server.NewQueueAsync(q => q.Channels[0].WrapUp = new()
        {
            Kind = V1.WrapUpKind.Timed,
            Duration = Google.Protobuf.WellKnownTypes.Duration.FromTimeSpan(TimeSpan.FromMinutes(20)),
        });
        var agent = await queue.SignInAsync();
        var ticket = await AcceptOneAsync(queue, agent);
        await agent.DoAsync(new() { Complete = new() { TicketId = ticket, AssignmentNo = 1 } });
        var until = (await agent.NextAsync(Update.WrapUp)).WrapUp.Until;

        await agent.DoAsync(new() { ExtendWrapUp = new() { TicketId = ticket, AssignmentNo = 1 } });

        var extended = (await agent.NextAsync(Update.AssignmentChanged)).AssignmentChanged.Assignment;
        Assert.Equal((TimeSpan.FromMinutes(20), true), (extended.WrapUpUntil.ToDateTime() - until.ToDateTime(), extended.WrapUpExtended));
        Assert.Equal(
            V1.Reason.AlreadyExtended, (await agent.RefusedAsync(new() { ExtendWrapUp = new() { TicketId = ticket, AssignmentNo = 1 } })).Reason);
        Assert.Equal(
            V1.TicketState.Completed, (await agent.DoAsync(new() { EndWrapUp = new() { TicketId = ticket, AssignmentNo = 1 } })).State);
    }

    [Fact]
    public async Task A_parked_ticket_is_back_with_the_customers_answer()
    {
        using var queue = await server.NewQueueAsync();
        var agent = await queue.SignInAsync();
        var ticket = await AcceptOneAsync(queue, agent);

        var parked = await agent.DoAsync(new() { Park = new() { TicketId = ticket, AssignmentNo = 1, Note = "asked for the bill" } });

        Assert.Equal(V1.TicketState.Parked, parked.State);
        Assert.Equal(V1.AssignmentEnd.Parked, (await agent.NextAsync(Update.AssignmentEnded)).AssignmentEnded.Reason);
        var shown = await queue.Adapter.Tickets.GetAsync(new() { TicketId = ticket });
        Assert.Equal((V1.TicketState.Parked, null), (shown.State, shown.Assignment));
        Assert.Equal(TimeSpan.FromDays(14), shown.ParkedUntil.ToDateTime() - shown.StateSince.ToDateTime());
        var why = (await server.Admin.Supervisors.ExplainAsync(new() { TicketId = ticket })).Sentence;
        Assert.Contains($"back in queue {queue.Name} in ", why, StringComparison.Ordinal);
        Assert.EndsWith("or when the customer answers.", why, StringComparison.Ordinal);
        await queue.Adapter.Tickets.AppendAsync(new() { TicketId = ticket, Text = "here it is" });
        var offer = (await agent.NextAsync(Update.Offer)).Offer;
        Assert.Equal((ticket, 2), (offer.Ticket.Id, offer.OfferNo));
        await agent.DoAsync(new() { Accept = new() { TicketId = ticket, OfferNo = 2 } });
        var history = (await agent.NextAsync(Update.Assignment)).Assignment.History;
        Assert.Contains(history, h => h is { Action: V1.HistoryAction.Parked, AssignmentNo: 1, Note: "asked for the bill" });
        Assert.Contains(history, h => h.Action == V1.HistoryAction.Unparked);
    }

    [Fact]
    public async Task A_transferred_ticket_reaches_an_agent_of_the_other_queue_with_its_note()
    {
        using var queue = await server.NewQueueAsync();
        using var other = await server.NewQueueAsync();
        var agent = await queue.SignInAsync();
        var second = await other.SignInAsync();
        var ticket = await AcceptOneAsync(queue, agent);

        var done = await agent.DoAsync(new()
        {
            Transfer = new() { TicketId = ticket, AssignmentNo = 1, Target = new() { Queue = other.Name }, Note = "wants: a loan" },
        });

        Assert.Equal(V1.TicketState.Offered, done.State);
        Assert.Equal(V1.AssignmentEnd.Transferred, (await agent.NextAsync(Update.AssignmentEnded)).AssignmentEnded.Reason);
        var offer = (await second.NextAsync(Update.Offer)).Offer;
        Assert.Equal((ticket, other.Name, "wants: a loan"), (offer.Ticket.Id, offer.Ticket.Queue, offer.Note));
        await second.DoAsync(new() { Accept = new() { TicketId = ticket, OfferNo = offer.OfferNo } });
        var assignment = (await second.NextAsync(Update.Assignment)).Assignment;
        Assert.Equal((2, "wants: a loan"), (assignment.AssignmentNo, assignment.Note));
        Assert.Contains(assignment.History, h => h.Action == V1.HistoryAction.Transferred && h.Queue == other.Name && h.Note == "wants: a loan");
        Assert.Equal(other.Name, (await queue.Adapter.Tickets.GetAsync(new() { TicketId = ticket })).Queue);
    }

    [Fact]
    public async Task A_ticket_handed_to_an_agent_waits_for_him_and_says_so()
    {
        using var queue = await server.NewQueueAsync();
        var agent = await queue.SignInAsync();
        var ticket = await AcceptOneAsync(queue, agent);
        var second = await queue.SignInAsync();
        await second.DoAsync(new() { SetPresence = new() { Presence = V1.Presence.Away, AwayReason = "break", When = V1.PresenceWhen.Now } });
        var third = await queue.SignInAsync();

        var done = await agent.DoAsync(new()
        {
            Transfer = new() { TicketId = ticket, AssignmentNo = 1, Target = new() { AgentId = second.SignedIn!.AgentId }, Note = "your customer" },
        });
        var explained = await server.Admin.Supervisors.ExplainAsync(new() { TicketId = ticket, AgentId = third.SignedIn!.AgentId });
        await second.DoAsync(new() { SetPresence = new() { Presence = V1.Presence.Available } });

        Assert.Equal(V1.TicketState.Queued, done.State);
        Assert.Equal([V1.WhyNot.AwaitsAnother], explained.Agent.WhyNot);
        Assert.Contains("alone (it was handed over by name)", explained.Sentence, StringComparison.Ordinal);
        var offer = (await second.NextAsync(Update.Offer)).Offer;
        Assert.Equal((ticket, "your customer"), (offer.Ticket.Id, offer.Note));
        var history = (await server.Admin.Supervisors.HistoryAsync(new() { TicketId = ticket })).Entries;
        Assert.Contains(history, h => h.Action == V1.HistoryAction.AgentWanted && h.AgentId == second.SignedIn!.AgentId && h.Code == "Transferred");
    }

    [Fact]
    public async Task A_ticket_put_aside_for_the_same_agent_comes_back_to_him()
    {
        using var queue = await server.NewQueueAsync();
        var agent = await queue.SignInAsync();
        var ticket = await AcceptOneAsync(queue, agent);
        await agent.DoAsync(new() { Park = new() { TicketId = ticket, AssignmentNo = 1, SameAgent = true } });
        await agent.NextAsync(Update.AssignmentEnded);

        await queue.Adapter.Tickets.AppendAsync(new() { RequestId = "r1", TicketId = ticket, Text = "hello?" });

        Assert.Equal(ticket, (await agent.NextAsync(Update.Offer)).Offer.Ticket.Id);
        var history = (await server.Admin.Supervisors.HistoryAsync(new() { TicketId = ticket })).Entries;
        Assert.Contains(history, h => h.Action == V1.HistoryAction.AgentWanted && h.Code == "Parked");
    }

    [Fact]
    public async Task A_transfer_to_an_agent_who_is_not_there_is_refused()
    {
        using var queue = await server.NewQueueAsync();
        var agent = await queue.SignInAsync();
        var ticket = await AcceptOneAsync(queue, agent);

        var refusal = await agent.RefusedAsync(new() { Transfer = new() { TicketId = ticket, AssignmentNo = 1, Target = new() { AgentId = "nobody" } } });

        Assert.Equal((V1.Reason.UnknownAgent, "transfer.target.agent_id"), (refusal.Reason, refusal.Metadata["field"]));
    }

    [Fact]
    public async Task A_transfer_to_a_queue_that_is_not_there_is_refused()
    {
        using var queue = await server.NewQueueAsync();
        var agent = await queue.SignInAsync();
        var ticket = await AcceptOneAsync(queue, agent);

        var refusal = await agent.RefusedAsync(new() { Transfer = new() { TicketId = ticket, AssignmentNo = 1, Target = new() { Queue = "nowhere" } } });

        Assert.Equal((V1.Reason.UnknownQueue, "transfer.target.queue"), (refusal.Reason, refusal.Metadata["field"]));
    }

    [Fact]
    public async Task A_time_that_has_passed_or_is_over_a_year_ahead_is_refused()
    {
        using var queue = await server.NewQueueAsync();
        var agent = await queue.SignInAsync();
        var ticket = await AcceptOneAsync(queue, agent);
        foreach (var days in new[] { -1, 400 })
        {
            var until = Google.Protobuf.WellKnownTypes.Timestamp.FromDateTimeOffset(TimeProvider.System.GetUtcNow().AddDays(days));
            var refusal = await agent.RefusedAsync(new() { Park = new() { TicketId = ticket, AssignmentNo = 1, Until = until } });
            Assert.Equal((V1.Reason.ScheduleOutOfRange, "park.until"), (refusal.Reason, refusal.Metadata["field"]));
        }
    }

    public static TheoryData<string, V1.WorkRequest> WithoutATicket => new()
    {
        { "end_wrap_up.ticket_id", new() { EndWrapUp = new() } },
        { "extend_wrap_up.ticket_id", new() { ExtendWrapUp = new() } },
        { "hold.ticket_id", new() { Hold = new() } },
        { "end_handover.ticket_id", new() { EndHandover = new() } },
        { "start_consult.ticket_id", new() { StartConsult = new() } },
        { "start_consult.target", new() { StartConsult = new() { TicketId = "1-1" } } },
        { "start_consult.target.agent_id", new() { StartConsult = new() { TicketId = "1-1", Target = new() { AgentId = new string('x', 129) } } } },
        { "end_consult.ticket_id", new() { EndConsult = new() } },
        { "end_consult.outcome", new() { EndConsult = new() { TicketId = "1-1" } } },
        { "park.ticket_id", new() { Park = new() } },
        { "transfer.ticket_id", new() { Transfer = new() } },
        { "transfer.target", new() { Transfer = new() { TicketId = "1-1" } } },
        { "transfer.target.requirement.skills[0].level", new() { Transfer = new() { TicketId = "1-1", Target = new() { Requirement = new() { Skills = { new V1.SkillLevel { Skill = "billing", Level = 9 } } } } } } },
        { "park.note", new() { Park = new() { TicketId = "1-1", Note = new string('x', 1_025) } } },
        { "resume.ticket_id", new() { Resume = new() { TicketId = new string('x', 65) } } },
    };

    [Theory]
    [MemberData(nameof(WithoutATicket))]
    public async Task A_request_without_a_ticket_is_refused_and_the_field_is_named(string field, V1.WorkRequest request)
    {
        using var queue = await server.NewQueueAsync();
        var agent = await queue.SignInAsync();

        var refusal = await agent.RefusedAsync(request.Clone());

        Assert.Equal(field, refusal.Metadata["field"]);
    }

    private static async Task<string> AcceptOneAsync(TestQueue queue, TestAgent agent)
    {
        await queue.SubmitAsync();
        var offer = (await agent.NextAsync(Update.Offer)).Offer;
        await agent.DoAsync(new() { Accept = new() { TicketId = offer.Ticket.Id, OfferNo = offer.OfferNo } });
        await agent.NextAsync(Update.Assignment);
        return offer.Ticket.Id;
    }
}
