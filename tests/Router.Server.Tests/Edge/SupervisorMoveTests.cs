using Grpc.Core;
using Update = Router.V1.WorkUpdate.UpdateOneofCase;

namespace Router.Server.Tests.Edge;

/// <summary>What a supervisor does with tickets, over the network.</summary>
public sealed class SupervisorMoveTests(EdgeServer server) : IClassFixture<EdgeServer>
{
    public static TheoryData<string, Action<V1.TicketSelection>, string, string> Mistakes => new()
    {
        { "none", t => t.TicketIds.Clear(), "INVALID_REQUEST", "tickets.ticket_ids" },
        { "1,001", t => t.TicketIds.Add(Enumerable.Range(0, 1_001).Select(i => $"7-{i:x}")), "TOO_LARGE", "tickets.ticket_ids" },
        { "twice", t => t.TicketIds.Add(["7-7", "7-7"]), "INVALID_REQUEST", "tickets.ticket_ids[1]" },
        { "empty", t => t.TicketIds.Add(""), "EMPTY_ID", "tickets.ticket_ids[0]" },
        { "a long why", t => Add(t, new string('w', 257)), "TOO_LARGE", "tickets.why" },
        { "unknown", t => t.TicketIds.Add("7-7"), "UNKNOWN_TICKET", "tickets.ticket_ids" },
    };

    private V1.SupervisorService.SupervisorServiceClient Supervisors => server.Admin.Supervisors;

    [Fact]
    public async Task Assigned_past_capacity_it_is_in_hand_and_agent_history_and_event_say_so()
    {
        using var queue = await server.NewQueueAsync();
        var agent = await queue.SignInAsync();
        var first = (await queue.SubmitAsync()).TicketId;
        await agent.DoAsync(new() { Accept = new() { TicketId = first, OfferNo = 1 } });
        await agent.NextAsync(Update.Assignment);
        var second = (await queue.SubmitAsync()).TicketId;
        var request = new V1.AssignRequest { Tickets = Pick("only she can", second), AgentId = $"{queue.Name}-1", RequestId = queue.Name };

        var full = await Told.ByAsync(Supervisors.AssignAsync(request));
        request.PastCapacity = true;
        request.RequestId += "-2";
        var moved = await Supervisors.AssignAsync(request);
        var again = await Supervisors.AssignAsync(request);

        Assert.Equal((StatusCode.FailedPrecondition, "CAPACITY", "tickets.ticket_ids"), (full.Code, full.Reason, full.Field));
        Assert.Equal((1, 1), (moved.Changed, again.Changed));
        var assignment = (await agent.NextAsync(Update.Assignment)).Assignment;
        Assert.Equal((second, 1, true), (assignment.Ticket.Id, assignment.AssignmentNo, assignment.PastCapacity));
        var history = await Supervisors.HistoryAsync(new() { TicketId = second });
        Assert.Equal("Given to Anna out of turn, past his capacity, by admin root: only she can.", history.Entries[^1].Sentence);
    }

    [Fact]
    public async Task Moved_reprioritised_and_changed_tickets_say_who_and_why()
    {
        using var queue = await server.NewQueueAsync();
        using var other = await server.NewQueueAsync();
        var id = (await queue.SubmitAsync()).TicketId;

        await Supervisors.MoveAsync(new() { Tickets = Pick("too many: here", id), Queue = other.Name });
        await Supervisors.ReprioritiseAsync(new() { Tickets = Pick("", id), Priority = 7 });
        await Supervisors.ChangeRequirementAsync(new() { Tickets = Pick("he asked", id), Skills = { new V1.SkillLevel { Skill = "billing", Level = 2 } } });

        var history = await Supervisors.HistoryAsync(new() { TicketId = id });
        Assert.Equal((other.Name, 7, "billing"), (history.Ticket.Queue, history.Ticket.Priority, Assert.Single(history.Ticket.Skills).Skill));
        Assert.Equal(
            [
                $"Entered queue {queue.Name}.",
                $"Moved from queue {queue.Name} to queue {other.Name} by admin root: too many: here.",
                $"Entered queue {other.Name}.",
                "Priority set to 7 by admin root.",
                "What it asks for was changed by admin root: he asked.",
            ],
            history.Entries.Select(e => e.Sentence));
        Assert.Equal(0, (await Supervisors.ListTicketsAsync(new() { Queue = queue.Name })).Total);
        Assert.Equal(id, Assert.Single((await Supervisors.ListTicketsAsync(new() { Queue = other.Name })).Tickets).Id);
    }

    [Fact]
    public async Task All_or_nothing_unless_the_refused_are_to_be_skipped()
    {
        using var queue = await server.NewQueueAsync();
        var waiting = (await queue.SubmitAsync()).TicketId;
        var closed = (await queue.SubmitAsync()).TicketId;
        await queue.Adapter.Tickets.CancelAsync(new() { TicketId = closed, Reason = V1.CancelReason.Spam });

        var told = await Told.ByAsync(Supervisors.ReprioritiseAsync(new() { Tickets = Pick("", waiting, closed), Priority = 3 }));
        Assert.Equal((StatusCode.FailedPrecondition, "WRONG_STATE"), (told.Code, told.Reason));
        Assert.Equal(0, (await server.Admin.Tickets.GetAsync(new() { TicketId = waiting })).Priority);

        var skipping = Pick("", waiting, closed);
        skipping.SkipRefused = true;
        var moved = await Supervisors.ReprioritiseAsync(new() { Tickets = skipping, Priority = 3, RequestId = $"{queue.Name}-3" });
        var again = await Supervisors.ReprioritiseAsync(new() { Tickets = skipping, Priority = 3, RequestId = $"{queue.Name}-3" });
        Assert.Equal((1, closed), (moved.Changed, Assert.Single(moved.Refused).TicketId));
        Assert.Equal(moved, again);
        Assert.Equal(3, (await server.Admin.Tickets.GetAsync(new() { TicketId = waiting })).Priority);
    }

    [Fact]
    public async Task A_ticket_in_hand_is_completed_by_force_and_its_agent_is_told()
    {
        using var queue = await server.NewQueueAsync(q => q.Dispositions.Add(new V1.Disposition { Code = "sold" }));
        var agent = await queue.SignInAsync();
        var id = (await queue.SubmitAsync()).TicketId;
        await agent.DoAsync(new() { Accept = new() { TicketId = id, OfferNo = 1 } });

        var unknown = await Told.ByAsync(Supervisors.ForceCompleteAsync(new() { Tickets = Pick("", id), Disposition = "lost" }));
        await Supervisors.ForceCompleteAsync(new() { Tickets = Pick("", id), Disposition = "sold" });

        Assert.Equal("UNKNOWN_DISPOSITION", unknown.Reason);
        var completed = (await agent.NextAsync(Update.Completed)).Completed;
        Assert.Equal((id, "sold", true), (completed.TicketId, completed.Disposition, completed.Forced));
        Assert.Equal("Completed for Anna by admin root as sold.", (await Supervisors.HistoryAsync(new() { TicketId = id })).Entries[^1].Sentence);
    }

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task A_mistake_in_the_selection_is_named(string what, Action<V1.TicketSelection> make, string reason, string field)
    {
        var tickets = new V1.TicketSelection();
        make(tickets);
        var told = await Told.ByAsync(Supervisors.ReprioritiseAsync(new() { Tickets = tickets }));
        Assert.Equal((what, reason, field), (what, told.Reason, told.Field));
    }

    [Fact]
    public async Task A_mistake_in_what_is_asked_is_named()
    {
        using var queue = await server.NewQueueAsync();
        var tickets = Pick("", (await queue.SubmitAsync()).TicketId);

        Assert.Equal("PRIORITY_OUT_OF_RANGE", (await Told.ByAsync(Supervisors.ReprioritiseAsync(new() { Tickets = tickets, Priority = 10 }))).Reason);
        Assert.Equal("UNKNOWN_QUEUE", (await Told.ByAsync(Supervisors.MoveAsync(new() { Tickets = tickets, Queue = "nowhere" }))).Reason);
        Assert.Equal("EMPTY_ID", (await Told.ByAsync(Supervisors.MoveAsync(new() { Tickets = tickets }))).Reason);
        Assert.Equal("UNKNOWN_AGENT", (await Told.ByAsync(Supervisors.AssignAsync(new() { Tickets = tickets, AgentId = "nobody" }))).Reason);
        Assert.Equal("INVALID_LANGUAGE", (await Told.ByAsync(Supervisors.ChangeRequirementAsync(new() { Tickets = tickets, Languages = { new V1.LanguageRequirement { Language = "e" } } }))).Reason);
        Assert.Equal("WRONG_STATE", (await Told.ByAsync(Supervisors.ForceCompleteAsync(new() { Tickets = tickets }))).Reason);
    }

    private static V1.TicketSelection Pick(string why, params string[] ids) => new() { TicketIds = { ids }, Why = why };

    private static void Add(V1.TicketSelection tickets, string why)
    {
        tickets.TicketIds.Add("7-7");
        tickets.Why = why;
    }
}
