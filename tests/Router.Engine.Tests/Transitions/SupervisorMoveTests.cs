using Router.Engine.Commands;
using Router.Engine.Events;
using Router.Engine.Policies;
using Router.Engine.Queries;
using Router.Engine.Tests.Scaffold;
using Router.Engine.Tickets;
using Router.Engine.Transitions;

namespace Router.Engine.Tests.Transitions;

/// <summary>What a supervisor does with tickets.</summary>
public sealed class SupervisorMoveTests
{
    private static readonly Actor Boss = new(ActorKind.Supervisor, "boss");

    private readonly Workspace _workspace = new(Rules.WithoutWrapUp with
    {
        Queues =
        [
            Rules.Queue(Rules.Service) with { PriorityHeadStart = new Dictionary<int, int> { [5] = 300 } },
            Rules.Queue("sales") with { Channels = [new QueueChannel("call", 5)] },
        ],
    });

    [Fact]
    public void A_waiting_call_is_given_to_an_agent_out_of_turn_and_the_history_says_so()
    {
        _workspace.Agent("ann");
        _workspace.Away("ann");
        var first = _workspace.Submit("call");
        var second = _workspace.Submit("call");

        Assert.Equal(1, Assign([second], "ann").Changed);

        Assert.Equal((TicketState.Queued, TicketState.Assigned, "ann"), (_workspace.State(first), _workspace.State(second), _workspace.Holder(second)));
        var entry = _workspace.Ticket(second).History[^1];
        Assert.Equal((FactKind.TicketAssigned, "1 supervisor: now", Boss), (entry.Kind, entry.Detail, entry.By));
        Assert.Equal((Boss, false), (Assert.Single(_workspace.FactsOf<TicketAssigned>()).MovedBy, _workspace.FactsOf<TicketAssigned>()[0].PastCapacity));
    }

    [Fact]
    public void Agents_who_become_free_by_one_command_get_what_waits_in_their_order_and_not_in_that_of_the_tickets()
    {
        _workspace.Agent("ann");
        _workspace.Agent("bob");
        var anns = _workspace.Submit("call");
        _workspace.Accept(anns);
        var bobs = _workspace.Submit("call");
        _workspace.Accept(bobs);
        var waiting = _workspace.Submit("call");

        _workspace.Do(new CompleteTickets([bobs, anns], false, "", Boss, ""));

        Assert.Equal((TicketState.Offered, "ann"), (_workspace.State(waiting), _workspace.Holder(waiting)));
    }

    [Fact]
    public void Past_capacity_only_when_asked_and_marked_as_such()
    {
        _workspace.Agent("ann");
        _workspace.Accept(_workspace.Submit("call"));
        var second = _workspace.Submit("call");

        Assert.Equal(Reason.Capacity, _workspace.Refusal(new AssignTickets([second], false, "", Boss, "ann", PastCapacity: false)));
        Assign([second], "ann", past: true);

        Assert.Equal(TicketState.Assigned, _workspace.State(second));
        Assert.True(_workspace.FactsOf<TicketAssigned>()[^1].PastCapacity);
        Assert.Equal("1 past_capacity: now", _workspace.Ticket(second).History[^1].Detail);
    }

    [Fact]
    public void What_he_has_in_hand_counts_though_it_is_asked_for_too_and_left_out()
    {
        _workspace.Agent("ann");
        var first = _workspace.Submit("call");
        _workspace.Accept(first);
        var second = _workspace.Submit("call");

        var moved = (Moved)_workspace.Do(new AssignTickets([first, second], SkipRefused: true, "", Boss, "ann", PastCapacity: false))!;

        Assert.Equal([Reason.WrongState, Reason.Capacity], moved.Refused.Select(r => r.Refusal.Reason));
        Assert.Equal(TicketState.Queued, _workspace.State(second));
    }

    [Fact]
    public void A_ticket_moved_to_another_queue_leaves_the_steps_of_its_rule_behind()
    {
        var workspace = new Workspace(Rules.Standard with
        {
            DefaultQueue = Rules.Service,
            Queues = [Rules.Queue("sales"), Rules.Queue(Rules.Service)],
            Rules = [new() { Name = "all", Targets = [new() { Queue = "sales", Steps = [new() { AfterMs = 9_000, Queue = Rules.Service }] }] }],
        });
        var call = workspace.Submit("call", c => c with { Queue = "" });
        Assert.Equal(2, workspace.Ticket(call).Steps.Count);

        workspace.Do(new MoveTickets([call], false, "", Boss, Rules.Service));

        Assert.Equal($"{Rules.Service}//", Assert.Single(workspace.Ticket(call).Steps).Requirement.Key);
    }

    [Fact]
    public void Several_are_judged_together_so_that_they_fit_together_or_none_is_given()
    {
        _workspace.Agent("ann");
        _workspace.Away("ann");
        var calls = new[] { _workspace.Submit("call"), _workspace.Submit("call") };

        Assert.Equal(Reason.Capacity, _workspace.Refusal(new AssignTickets(calls, false, "", Boss, "ann", PastCapacity: false)));
        var moved = (Moved)_workspace.Do(new AssignTickets([.. calls, "9-9"], SkipRefused: true, "", Boss, "ann", PastCapacity: false))!;

        Assert.Equal(1, moved.Changed);
        Assert.Equal([(calls[1], Reason.Capacity), ("9-9", Reason.UnknownTicket)], moved.Refused.Select(r => (r.TicketId, r.Refusal.Reason)));
    }

    [Fact]
    public void An_offer_to_another_is_taken_back_without_blame_and_he_gets_the_next()
    {
        _workspace.Agent("ann").Agent("bob");
        _workspace.Away("bob");
        var call = _workspace.Submit("call");
        var next = _workspace.Submit("call");
        Assert.Equal("ann", _workspace.Holder(call));

        Assign([call], "bob");

        Assert.Equal(("bob", "ann"), (_workspace.Holder(call), _workspace.Holder(next)));
        Assert.Equal(OfferEnd.Supervisor, Assert.Single(_workspace.FactsOf<OfferEnded>()).End);
    }

    [Fact]
    public void A_moved_ticket_enters_its_new_queue_and_is_due_no_later_than_it_was()
    {
        var call = _workspace.Submit("call");
        var due = _workspace.Ticket(call).DueAt;
        _workspace.After(1).Do(new MoveTickets([call], false, "they have time", Boss, "sales"));

        var moved = _workspace.Ticket(call);
        Assert.Equal(("sales", _workspace.Now, _workspace.Now + 5_000), (moved.Content.Queue, moved.EnteredAt, moved.DueAt));
        Assert.True(moved.DueAt < due);
        Assert.Equal("sales", moved.Steps[0].Requirement.Queue);
        Assert.Equal([FactKind.TicketMoved, FactKind.TicketEntered], moved.History.Skip(1).Select(h => h.Kind));
        _workspace.After(1).Do(new MoveTickets([call], false, "", Boss, Rules.Service));
        Assert.Equal(moved.DueAt, _workspace.Ticket(call).DueAt);
        Assert.Equal(Reason.ChannelNotTaken, _workspace.Refusal(new MoveTickets([_workspace.Submit("chat")], false, "", Boss, "sales")));
        Assert.Equal(Reason.UnknownQueue, _workspace.Refusal(new MoveTickets([call], false, "", Boss, "nowhere")));
    }

    [Fact]
    public void Another_priority_moves_a_ticket_by_its_head_start_alone()
    {
        var first = _workspace.Submit("call");
        var second = _workspace.Submit("call");
        var due = _workspace.Ticket(second).DueAt;

        _workspace.After(7).Do(new ReprioritiseTickets([second], false, "", Boss, 5));

        Assert.Equal((due - 300_000, 5), (_workspace.Ticket(second).DueAt, _workspace.Ticket(second).Content.Priority));
        Assert.Equal(2, _workspace.Engine.Place(first)!.Position);
        _workspace.Do(new ReprioritiseTickets([second], false, "", Boss, 0));
        Assert.Equal(due, _workspace.Ticket(second).DueAt);
    }

    [Fact]
    public void Changed_needs_open_a_ticket_to_whom_it_now_suits_at_its_old_place()
    {
        _workspace.Agent("ann", p => p with { Skills = new Dictionary<string, int> { ["billing"] = 2 } });
        var call = _workspace.Submit("call", c => c with { Skills = [new("loans", 3)] });
        var due = _workspace.Ticket(call).DueAt;
        Assert.True(_workspace.Ticket(call).Unroutable);

        _workspace.After(3).Do(new ChangeTicketNeeds([call], false, "", Boss, [], [new("billing", 2)]));

        Assert.Equal((TicketState.Offered, "ann", due, false), (_workspace.State(call), _workspace.Holder(call), _workspace.Ticket(call).DueAt, _workspace.Ticket(call).Unroutable));
        Assert.Equal(Reason.UnknownSkill, _workspace.Refusal(new ChangeTicketNeeds([call], false, "", Boss, [], [new("juggling", 1)])));
    }

    [Fact]
    public void A_ticket_in_hand_is_completed_and_its_agent_is_free()
    {
        _workspace.Agent("ann");
        var call = _workspace.Submit("call");
        Assert.Equal(Reason.WrongState, _workspace.Refusal(new CompleteTickets([call], false, "", Boss, "")));
        _workspace.Accept(call);
        var next = _workspace.Submit("call");

        _workspace.Do(new CompleteTickets([call], false, "he went home", Boss, ""));

        Assert.Equal((TicketState.Completed, Interactions.NoneGiven, "ann"), (_workspace.State(call), _workspace.Ticket(call).Disposition, _workspace.Holder(next)));
        var completed = Assert.Single(_workspace.FactsOf<TicketCompleted>());
        Assert.Equal((true, EndedBy.Supervisor), (completed.Forced, completed.By));
        Assert.Equal(("none_given: he went home", Boss), (_workspace.Ticket(call).History[^1].Detail, _workspace.Ticket(call).History[^1].By));
    }

    [Fact]
    public void Whoever_is_not_there_is_given_nothing()
    {
        _workspace.Register("ann");
        var call = _workspace.Submit("call");
        Assert.Equal(Reason.UnknownAgent, _workspace.Refusal(new AssignTickets([call], true, "", Boss, "nobody", PastCapacity: true)));
        Assert.Equal(Reason.NoSession, _workspace.Refusal(new AssignTickets([call], true, "", Boss, "ann", PastCapacity: true)));
    }

    private Moved Assign(string[] tickets, string agent, bool past = false) =>
        (Moved)_workspace.Do(new AssignTickets(tickets, SkipRefused: false, "now", Boss, agent, past))!;
}
