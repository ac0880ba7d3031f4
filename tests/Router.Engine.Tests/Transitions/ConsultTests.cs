using Router.Engine.Agents;
using Router.Engine.Commands;
using Router.Engine.Events;
using Router.Engine.Policies;
using Router.Engine.Queries;
using Router.Engine.Tests.Scaffold;
using Router.Engine.Tickets;

namespace Router.Engine.Tests.Transitions;

public sealed class ConsultTests
{
    private readonly Workspace _workspace = new Workspace(Rules.WithoutWrapUp).Agent("ann");

    [Fact]
    public void Who_joins_has_it_in_hand_beside_its_owner_and_does_not_own_it()
    {
        var call = Asked("he wants: a loan");
        Assert.Equal((TicketState.Assigned, "ann"), (_workspace.State(call), _workspace.Holder(call)));
        Assert.Equal([call], _workspace.View("bob").PeerOffers.Select(t => t.Id));
        Assert.Equal(("he wants: a loan", true), (_workspace.Ticket(call).PeerOffer!.Note, _workspace.Ticket(call).PeerOffer!.IsConsult));
        _workspace.Reload().After(5);
        Assert.Equal(1, _workspace.Do(new Accept("bob", call, 2)));
        _workspace.Reload();
        Assert.Equal(("ann", 1, 0), (_workspace.Holder(call), _workspace.Ticket(call).AssignmentNo, _workspace.Ticket(call).Transfers));
        Assert.Equal([("bob", 2, false)], _workspace.Ticket(call).Participants.Select(p => (p.AgentId, p.OfferNo, p.Stays)));
        Assert.Equal([call], _workspace.View("bob").Joined.Select(t => t.Id));
        Assert.Empty(_workspace.View("bob").Tickets);
        Assert.Equal((Activity.Handling, 1, 0), (_workspace.View("bob").Activity, _workspace.Engine.LiveAgent("bob")!.Assigned, _workspace.Engine.LiveAgent("bob")!.Offers));
        Assert.Equal([WhyNot.HasIt], _workspace.Engine.Explain(call, "bob")!.Agent!.WhyNot);
        var next = _workspace.Submit("call");
        Assert.Equal(TicketState.Queued, _workspace.State(next));
        Assert.Equal([WhyNot.LiveWork], _workspace.Engine.Explain(next, "bob")!.Agent!.WhyNot);
        Assert.Equal(Reason.OfferAnswered, _workspace.Refusal(new Accept("bob", call, 2)));
    }

    [Fact]
    public void Who_has_joined_may_do_nothing_that_is_its_owners()
    {
        var call = Joined();
        Command[] owners =
        [
            new Complete("bob", call, 1, "", ""), new Park("bob", call, 1, 0, UntilAnswer: false, ""),
            new Transfer("bob", call, 1, new(Rules.Service, null, []), ""), new SetHold("bob", call, 1, OnHold: true), new MarkHard("bob", call, 1),
            new Append(call, "bob", 1, new MessageText("hello", "")), new StartConsult("bob", call, 1, new("", null, [], "ann"), ""),
        ];
        Assert.All(owners, c => Assert.Equal(Reason.NotYourAssignment, _workspace.Refusal(c)));
    }

    [Theory]
    [InlineData("bob", ConsultEnd.Left)]
    [InlineData("ann", ConsultEnd.LetGo)]
    public void He_leaves_or_is_let_go_and_is_given_what_waits(string by, ConsultEnd end)
    {
        var call = Joined();
        var next = _workspace.Submit("call");
        _workspace.After(5);
        _workspace.Do(new EndConsult(by, call, 1, ConsultOutcome.Leave));
        Assert.Equal((TicketState.Assigned, "ann", "bob"), (_workspace.State(call), _workspace.Holder(call), _workspace.Holder(next)));
        Assert.Empty(_workspace.Ticket(call).Participants);
        Assert.Equal((end, 5_000), (Ended().End, Ended().JoinedMs));
        Assert.Equal(by, _workspace.Ticket(call).History[^1].By!.Id);
        Assert.Equal(Reason.WrongState, _workspace.Refusal(new EndConsult("ann", call, 1, ConsultOutcome.Leave)));
        Assert.Equal(Reason.NotYourAssignment, _workspace.Refusal(new EndConsult("bob", call, 1, ConsultOutcome.Leave)));
    }

    [Theory]
    [InlineData("bob")]
    [InlineData("ann")]
    public void He_takes_it_over_in_one_step_and_its_owner_is_given_what_waits(string by)
    {
        var call = Joined();
        var next = _workspace.Submit("call");
        _workspace.After(5);
        _workspace.Do(new EndConsult(by, call, 1, ConsultOutcome.TakeOver));
        Assert.Equal(("bob", 2, 1), (_workspace.Holder(call), _workspace.Ticket(call).AssignmentNo, _workspace.Ticket(call).Transfers));
        Assert.Equal((TicketState.Offered, "ann"), (_workspace.State(next), _workspace.Holder(next)));
        Assert.Empty(_workspace.Ticket(call).Participants);
        Assert.Empty(_workspace.View("bob").Joined);
        Assert.Equal(ConsultEnd.TookOver, Ended().End);
        var transferred = _workspace.FactsOf<TicketTransferred>().Single();
        Assert.Equal(("ann", "bob", true, 1), (transferred.AgentId, transferred.ToAgentId, transferred.IsWarm, transferred.AssignmentNo));
        Assert.Equal((2, 2, false), (_workspace.FactsOf<TicketAssigned>()[^1].AssignmentNo, _workspace.FactsOf<TicketAssigned>()[^1].OfferNo, _workspace.FactsOf<TicketAssigned>()[^1].IsFirst));
        Assert.Equal(Reason.StaleAssignment, _workspace.Refusal(new EndConsult("ann", call, 1, ConsultOutcome.Leave)));
        _workspace.Reload().Complete(call);
        Assert.Equal(TicketState.Completed, _workspace.State(call));
    }

    [Fact]
    public void Who_stays_makes_room_for_another_consult_and_three_may_join()
    {
        var call = Joined();
        Assert.Equal(Reason.WrongState, _workspace.Refusal(Consult(call, "cem")));
        foreach (var (agent, offerNo) in new[] { ("cem", 3), ("dan", 4) })
        {
            _workspace.Do(new EndConsult("ann", call, 1, ConsultOutcome.Stay));
            _workspace.Agent(agent);
            _workspace.Do(Consult(call, agent));
            _workspace.Do(new Accept(agent, call, offerNo));
        }

        _workspace.Reload().Do(new EndConsult("dan", call, 1, ConsultOutcome.Stay));
        _workspace.Do(new EndConsult("dan", call, 1, ConsultOutcome.Stay));
        Assert.Equal(3, _workspace.FactsOf<ConsultEnded>().Count(e => e.End == ConsultEnd.Stays));
        _workspace.Agent("eve");
        Assert.Equal(Reason.WrongState, _workspace.Refusal(Consult(call, "eve")));
        Assert.Equal(Reason.InvalidRequest, _workspace.Refusal(new EndConsult("ann", call, 1, ConsultOutcome.Leave)));
        Assert.Equal(Reason.InvalidRequest, _workspace.Refusal(new EndConsult("ann", call, 1, ConsultOutcome.Leave, "eve")));
        Assert.Equal(Reason.NotYourAssignment, _workspace.Refusal(new EndConsult("bob", call, 1, ConsultOutcome.Leave, "cem")));
        _workspace.Do(new EndConsult("ann", call, 1, ConsultOutcome.TakeOver, "cem"));
        Assert.Equal(("cem", "bob dan"), (_workspace.Holder(call), string.Join(' ', _workspace.Ticket(call).Participants.Select(p => p.AgentId))));
        _workspace.Complete(call);
        Assert.Equal(["bob", "dan"], _workspace.FactsOf<ConsultEnded>().Where(e => e.End == ConsultEnd.Over).Select(e => e.ParticipantId));
        Assert.All(["ann", "bob", "cem", "dan"], a => Assert.Equal(Activity.Idle, _workspace.View(a).Activity));
    }

    [Theory]
    [InlineData("complete")]
    [InlineData("customer")]
    [InlineData("park")]
    [InlineData("supervisor")]
    [InlineData("cold")]
    [InlineData("sign out")]
    [InlineData("warm")]
    public void Whatever_ends_its_assignment_frees_who_has_joined(string what)
    {
        _workspace.Change(p => p.WithChannel("call", c => c with { WrapUp = new(WrapUpKind.Timed, 30) }));
        var call = Joined();
        _workspace.Away("ann");
        var next = _workspace.Submit("call");
        switch (what)
        {
            case "complete":
                _workspace.Complete(call);
                break;
            case "customer":
                _workspace.End(call);
                break;
            case "park":
                _workspace.Park(call);
                break;
            case "supervisor":
                _workspace.Do(new CompleteTickets([call], SkipRefused: false, "", null, ""));
                break;
            case "cold":
                _workspace.Do(new Transfer("ann", call, 1, new("", null, [], "bob"), ""));
                break;
            case "warm":
                _workspace.Do(new EndConsult("ann", call, 1, ConsultOutcome.Stay));
                _workspace.Agent("cem");
                _workspace.Accept(next);
                _workspace.Complete(next);
                _workspace.Complete(next);
                _workspace.Do(new Transfer("ann", call, 1, new("", null, [], "cem"), "", IsWarm: true));
                Assert.Single(_workspace.Ticket(call).Participants);
                _workspace.Do(new Accept("cem", call, _workspace.Ticket(call).OfferNo));
                next = _workspace.Submit("call");
                break;
            default:
                _workspace.SignOut("ann", WorkInHand.Park);
                break;
        }

        Assert.Empty(_workspace.View("bob").Joined);
        Assert.Equal(ConsultEnd.Over, _workspace.FactsOf<ConsultEnded>()[^1].End);
        Assert.Equal([what == "cold" ? call : next], _workspace.View("bob").Tickets.Select(t => t.Id));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void An_owner_who_is_gone_too_long_or_hands_it_back_leaves_it_to_who_has_joined(bool handsBack)
    {
        var call = Joined();
        if (handsBack)
        {
            _workspace.SignOut("ann", WorkInHand.HandBack);
        }
        else
        {
            _workspace.Lose("ann");
            _workspace.After(10);
            Assert.Equal(("ann", "bob"), (_workspace.Holder(call), _workspace.Ticket(call).Participants.Single().AgentId));
            _workspace.After(5);
        }

        Assert.Equal((TicketState.Assigned, "bob", 2), (_workspace.State(call), _workspace.Holder(call), _workspace.Ticket(call).AssignmentNo));
        Assert.Equal(ConsultEnd.Inherited, Ended().End);
        Assert.Empty(_workspace.FactsOf<TicketRequeued>());
    }

    [Fact]
    public void He_may_take_it_over_while_its_owner_is_gone_who_finds_it_so_when_he_is_back()
    {
        var call = Joined();
        _workspace.Lose("ann");
        _workspace.Do(new EndConsult("bob", call, 1, ConsultOutcome.TakeOver));
        _workspace.After(5);
        _workspace.Resume("ann");
        _workspace.After(60);
        Assert.Equal((TicketState.Assigned, "bob", 2), (_workspace.State(call), _workspace.Holder(call), _workspace.Ticket(call).AssignmentNo));
        Assert.Equal(Activity.Idle, _workspace.View("ann").Activity);
        Assert.Equal(Reason.StaleAssignment, _workspace.Refusal(new Complete("ann", call, 1, "", "")));
    }

    [Fact]
    public void Both_gone_too_long_it_goes_back_to_its_place()
    {
        var call = Joined();
        _workspace.Lose("bob");
        _workspace.Lose("ann");
        _workspace.After(15);
        Assert.Equal(TicketState.Queued, _workspace.State(call));
        Assert.Empty(_workspace.View("bob").Joined);
        Assert.Single(_workspace.FactsOf<TicketRequeued>());
    }

    [Theory]
    [InlineData(WorkInHand.Refuse)]
    [InlineData(WorkInHand.HandBack)]
    public void Who_has_joined_and_signs_out_leaves(WorkInHand workInHand)
    {
        var call = Joined();
        _workspace.SignOut("bob", workInHand);
        Assert.Equal(("ann", ConsultEnd.SignedOut, Presence.Offline), (_workspace.Holder(call), Ended().End, _workspace.View("bob").Record.Presence));
    }

    [Fact]
    public void Who_has_joined_and_finishes_what_he_has_signs_out_with_its_end()
    {
        var call = Joined();
        _workspace.SignOut("bob", WorkInHand.Finish);
        Assert.Single(_workspace.Ticket(call).Participants);
        _workspace.Complete(call);
        Assert.Equal((ConsultEnd.Over, Presence.Offline), (Ended().End, _workspace.View("bob").Record.Presence));
    }

    [Fact]
    public void Who_has_joined_and_is_gone_longer_than_the_channels_grace_leaves()
    {
        var call = Joined();
        _workspace.Lose("bob");
        _workspace.After(14);
        Assert.Single(_workspace.Ticket(call).Participants);
        _workspace.Reload().After(1);
        Assert.Equal(("ann", ConsultEnd.SessionLost), (_workspace.Holder(call), Ended().End));
        _workspace.After(60);
        Assert.Equal(Presence.Offline, _workspace.View("bob").Record.Presence);
    }

    [Fact]
    public void A_presence_asked_for_meanwhile_follows_when_he_is_free_of_it()
    {
        var call = Joined();
        _workspace.Away("bob");
        Assert.Equal(Presence.Available, _workspace.View("bob").Record.Presence);
        _workspace.Do(new EndConsult("bob", call, 1, ConsultOutcome.Leave));
        Assert.Equal(Presence.Away, _workspace.View("bob").Record.Presence);
    }

    [Fact]
    public void After_an_outage_who_has_joined_still_has_and_who_was_asked_is_not_asked()
    {
        var call = Joined();
        _workspace.Do(new EndConsult("ann", call, 1, ConsultOutcome.Stay));
        _workspace.Agent("cem");
        _workspace.Do(Consult(call, "cem"));
        _workspace.Restart(5, sessionsLive: true);
        Assert.Equal(["bob"], _workspace.Ticket(call).Participants.Select(p => p.AgentId));
        Assert.Equal(OfferEnd.Outage, _workspace.FactsOf<PeerOfferEnded>().Single().End);
    }

    [Fact]
    public void Declined_missed_or_called_off_its_owner_keeps_it()
    {
        _workspace.Change(p => p.WithChannel("call", c => c with { MissedLimit = 1 }));
        var call = Asked();
        _workspace.Do(new Decline("bob", call, 2, "busy"));
        _workspace.Do(Consult(call, "bob"));
        Assert.Equal(Reason.WrongState, _workspace.Refusal(new EndConsult("ann", call, 1, ConsultOutcome.TakeOver)));
        _workspace.Do(new EndConsult("ann", call, 1, ConsultOutcome.Leave));
        _workspace.Do(Consult(call, "bob"));
        _workspace.Reload().After(60);
        Assert.Equal([OfferEnd.Declined, OfferEnd.CalledOff, OfferEnd.Missed], _workspace.FactsOf<PeerOfferEnded>().Select(e => e.End));
        Assert.Equal(("ann", Presence.Away, 0), (_workspace.Holder(call), _workspace.View("bob").Record.Presence, _workspace.Ticket(call).Declines));
        Assert.Equal(Reason.OfferExpired, _workspace.Refusal(new Accept("bob", call, 4)));
    }

    [Fact]
    public void A_queue_is_asked_by_its_selection_and_who_has_just_declined_comes_last()
    {
        _workspace.Change(p => p with { Queues = [.. p.Queues, Rules.Queue("law")] });
        var call = _workspace.Answered();
        Assert.Equal(Reason.UnknownQueue, _workspace.Refusal(ConsultOf(call, "sea")));
        _workspace.Agent("ivo", p => p with { Queues = [Rules.Service] });
        Assert.Equal(Reason.Capacity, _workspace.Refusal(ConsultOf(call, "law")));
        _workspace.Agent("liz", p => p with { Queues = ["law"] }).After(1);
        _workspace.Agent("lou", p => p with { Queues = ["law"] });
        _workspace.Do(ConsultOf(call, "law"));
        Assert.Equal(("liz", "law"), (_workspace.FactsOf<PeerOffered>()[^1].ToAgentId, _workspace.FactsOf<PeerOffered>()[^1].OfQueue));
        _workspace.Do(new Decline("liz", call, 2, ""));
        _workspace.Do(ConsultOf(call, "law"));
        Assert.Equal("lou", _workspace.FactsOf<PeerOffered>()[^1].ToAgentId);
        _workspace.Do(new Decline("lou", call, 3, ""));
        _workspace.Do(ConsultOf(call, "law"));
        Assert.Equal("liz", _workspace.FactsOf<PeerOffered>()[^1].ToAgentId);
        Assert.Equal(Rules.Service, _workspace.Ticket(call).Content.Queue);
    }

    [Fact]
    public void Who_declined_to_join_is_not_given_the_ticket_itself_until_he_has_cooled_down()
    {
        var call = Asked();
        _workspace.Do(new Decline("bob", call, 2, ""));
        _workspace.SignOut("ann", WorkInHand.HandBack);
        Assert.Equal(TicketState.Queued, _workspace.Ticket(call).State);
        _workspace.After(59);
        Assert.Equal(TicketState.Queued, _workspace.Reload().Ticket(call).State);
        _workspace.After(1);
        Assert.Equal("bob", _workspace.Holder(call));
    }

    [Fact]
    public void Neither_a_consult_beside_a_warm_transfer_nor_the_reverse_nor_who_has_joined_once_more()
    {
        var call = Asked();
        _workspace.Agent("cem");
        Assert.Equal(Reason.WrongState, _workspace.Refusal(Warm(call, "cem")));
        _workspace.Do(new Accept("bob", call, 2));
        Assert.Equal(Reason.WrongState, _workspace.Refusal(Warm(call, "cem")));
        _workspace.Do(new EndConsult("bob", call, 1, ConsultOutcome.Stay));
        Assert.Equal(Reason.InvalidRequest, _workspace.Refusal(Warm(call, "bob")));
        Assert.Equal(Reason.InvalidRequest, _workspace.Refusal(Consult(call, "bob")));
        Assert.Equal(Reason.InvalidRequest, _workspace.Refusal(Consult(call, "ann")));
        _workspace.Do(Warm(call, "cem"));
        Assert.Equal(Reason.WrongState, _workspace.Refusal(Consult(call, "dan")));
    }

    [Fact]
    public void An_accept_after_the_owners_completion_is_told_that_it_was_withdrawn()
    {
        var call = Asked();
        _workspace.Complete(call);
        Assert.Equal(OfferEnd.CalledOff, _workspace.FactsOf<PeerOfferEnded>().Single().End);
        Assert.True(_workspace.Try(new Accept("bob", call, 2)).IsRefused);
        Assert.Equal(Activity.Idle, _workspace.View("bob").Activity);
    }

    private ConsultEnded Ended() => _workspace.FactsOf<ConsultEnded>().Single();

    /// <summary>A call that ann has and asks bob to join.</summary>
    private string Asked(string note = "")
    {
        var call = _workspace.Answered();
        _workspace.Agent("bob");
        _workspace.Do(Consult(call, "bob", note));
        return call;
    }

    private string Joined()
    {
        var call = Asked();
        _workspace.Do(new Accept("bob", call, 2));
        return call;
    }

    private static StartConsult Consult(string ticket, string agent, string note = "") => new("ann", ticket, 1, new("", null, [], agent), note);

    private static StartConsult ConsultOf(string ticket, string queue) => new("ann", ticket, 1, new(queue, null, []), "");

    private static Transfer Warm(string ticket, string agent) => new("ann", ticket, 1, new("", null, [], agent), "", IsWarm: true);
}
