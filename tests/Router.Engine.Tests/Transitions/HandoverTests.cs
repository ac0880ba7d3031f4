using Router.Engine.Agents;
using Router.Engine.Commands;
using Router.Engine.Events;
using Router.Engine.Policies;
using Router.Engine.Queries;
using Router.Engine.Tests.Scaffold;
using Router.Engine.Tickets;

namespace Router.Engine.Tests.Transitions;

public sealed class HandoverTests
{
    private readonly Workspace _workspace = new Workspace(Rules.WithoutWrapUp).Agent("ann");

    [Fact]
    public void It_stays_with_its_owner_until_the_other_has_accepted_and_then_it_is_his_in_one_step()
    {
        var call = Asked();
        var next = _workspace.Submit("call");
        Assert.Equal((TicketState.Assigned, "ann", TicketState.Queued), (_workspace.State(call), _workspace.Holder(call), _workspace.State(next)));
        Assert.Equal([call], _workspace.View("bob").PeerOffers.Select(t => t.Id));
        _workspace.Reload().After(5);
        Assert.Equal(2, _workspace.Do(new Accept("bob", call, 2)));
        Assert.Equal((TicketState.Assigned, "bob", 2, 1), (
            _workspace.State(call), _workspace.Holder(call), _workspace.Ticket(call).AssignmentNo, _workspace.Ticket(call).Transfers));
        Assert.Equal((TicketState.Offered, "ann"), (_workspace.State(next), _workspace.Holder(next)));
        var transferred = _workspace.FactsOf<TicketTransferred>().Single();
        Assert.Equal(("ann", "bob", true, 1, 5_000), (
            transferred.AgentId, transferred.ToAgentId, transferred.IsWarm, transferred.AssignmentNo, transferred.HandlingMs));
        Assert.Equal((2, 2, false), (_workspace.FactsOf<TicketAssigned>()[^1].AssignmentNo, _workspace.FactsOf<TicketAssigned>()[^1].OfferNo, _workspace.FactsOf<TicketAssigned>()[^1].IsFirst));
        Assert.Single(_workspace.FactsOf<TicketEntered>(), e => e.TicketId == call);
        Assert.Equal(Reason.OfferAnswered, _workspace.Refusal(new Accept("bob", call, 2)));
    }

    [Fact]
    public void Who_is_asked_holds_room_for_it_and_is_told_what_keeps_him()
    {
        var call = Asked();
        Assert.Equal((Activity.Offered, 1), (_workspace.View("bob").Activity, _workspace.Engine.LiveAgent("bob")!.Offers));
        Assert.Equal([WhyNot.HasIt], _workspace.Engine.Explain(call, "bob")!.Agent!.WhyNot);
        Assert.Equal(_workspace.Now, _workspace.Engine.LiveAgent("bob")!.ActivitySince);
        Assert.Equal(TicketState.Queued, _workspace.State(_workspace.Submit("call")));
    }

    [Fact]
    public void Declined_it_stays_where_it_is_and_who_declined_gets_what_waits()
    {
        var call = Asked();
        var next = _workspace.Submit("call");
        _workspace.Do(new Decline("bob", call, 2, "not mine"));
        Assert.Equal((TicketState.Assigned, "ann", 0), (_workspace.State(call), _workspace.Holder(call), _workspace.Ticket(call).Declines));
        Assert.Equal("bob", _workspace.Holder(next));
        Assert.Equal((OfferEnd.Declined, "not mine"), (Ended().End, Ended().Cause));
        Assert.Equal(Reason.OfferAnswered, _workspace.Refusal(new Accept("bob", call, 2)));
    }

    [Fact]
    public void Not_answered_in_time_it_counts_as_missed()
    {
        _workspace.Change(p => p.WithChannel("call", c => c with { MissedLimit = 1 }));
        var call = Asked();
        _workspace.Reload().After(60);
        Assert.Equal((TicketState.Assigned, "ann"), (_workspace.State(call), _workspace.Holder(call)));
        Assert.Equal((OfferEnd.Missed, Presence.Away), (Ended().End, _workspace.View("bob").Record.Presence));
        Assert.Equal(Reason.OfferExpired, _workspace.Refusal(new Accept("bob", call, 2)));
    }

    [Fact]
    public void Called_off_it_is_withdrawn()
    {
        var call = Asked();
        var next = _workspace.Submit("call");
        Assert.Equal(Reason.NotYourAssignment, _workspace.Refusal(new EndHandover("bob", call, 1)));
        _workspace.Do(new EndHandover("ann", call, 1));
        Assert.Equal((OfferEnd.CalledOff, "bob"), (Ended().End, _workspace.Holder(next)));
        Assert.Equal(Reason.OfferWithdrawn, _workspace.Refusal(new Accept("bob", call, 2)));
        Assert.Equal(Reason.WrongState, _workspace.Refusal(new EndHandover("ann", call, 1)));
    }

    [Theory]
    [InlineData("complete")]
    [InlineData("customer")]
    [InlineData("park")]
    [InlineData("supervisor")]
    [InlineData("cold")]
    [InlineData("sign out")]
    public void Whatever_else_the_owner_or_the_customer_does_ends_it_and_who_was_asked_gets_what_waits(string what)
    {
        _workspace.Change(p => p.WithChannel("call", c => c with { WrapUp = new(WrapUpKind.Timed, 30) }));
        var call = Asked();
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
                _workspace.Away("ann");
                _workspace.Park(call);
                break;
            case "supervisor":
                _workspace.Away("ann");
                _workspace.Do(new CompleteTickets([call], SkipRefused: false, "", null, ""));
                break;
            case "cold":
                _workspace.Away("ann");
                _workspace.Do(new Transfer("ann", call, 1, new(Rules.Service, null, []), ""));
                break;
            default:
                _workspace.SignOut("ann", WorkInHand.Park);
                break;
        }

        Assert.Empty(_workspace.View("bob").PeerOffers);
        Assert.Single(_workspace.FactsOf<PeerOfferEnded>());
        Assert.Single(_workspace.View("bob").Tickets);
        Assert.Equal(what == "cold" ? call : next, _workspace.View("bob").Tickets[0].Id);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void An_owner_who_is_gone_too_long_or_hands_it_back_has_handed_it_over_to_who_was_asked(bool handsBack)
    {
        var call = Asked("he wants: a loan");
        _workspace.Agent("eve");
        _workspace.Accept(_workspace.Submit("call"));
        if (handsBack)
        {
            _workspace.SignOut("ann", WorkInHand.HandBack);
        }
        else
        {
            _workspace.Lose("ann");
            _workspace.After(15);
        }

        Assert.Equal((TicketState.Offered, "bob", 3), (_workspace.State(call), _workspace.Holder(call), _workspace.Ticket(call).OfferNo));
        var transferred = _workspace.FactsOf<TicketTransferred>().Single();
        Assert.Equal(("bob", false), (transferred.ToAgentId, transferred.IsWarm));
        var entry = _workspace.Ticket(call).History.Single(h => h.Kind == FactKind.TicketTransferred);
        Assert.Equal("he wants: a loan", TransferText.Read(entry.Detail).Note);
    }

    [Fact]
    public void After_an_outage_it_is_over_and_nobody_is_blamed()
    {
        var call = Asked();
        _workspace.Restart(5, sessionsLive: true);
        Assert.Equal((OfferEnd.Outage, TicketState.Assigned, "ann"), (Ended().End, _workspace.State(call), _workspace.Holder(call)));
        Assert.Empty(_workspace.View("bob").PeerOffers);
    }

    [Fact]
    public void Who_is_asked_and_goes_away_or_no_longer_takes_the_channel_is_asked_no_longer()
    {
        var call = Asked();
        _workspace.Away("bob");
        Assert.Equal(OfferEnd.PresenceChanged, Ended().End);
        _workspace.Available("bob");
        _workspace.Do(Warm(call));
        _workspace.Register("bob", p => p with { Skills = new Dictionary<string, int> { ["billing"] = 1 } });
        Assert.Single(_workspace.View("bob").PeerOffers);
        _workspace.Register("bob", p => p with { Channels = [new("call", 100, 0)] });
        Assert.Equal(OfferEnd.ProfileChanged, _workspace.FactsOf<PeerOfferEnded>()[^1].End);
        Assert.Equal("ann", _workspace.Holder(call));
    }

    [Fact]
    public void Who_cannot_be_given_it_now_is_not_asked_and_nobody_is_asked_twice()
    {
        var call = _workspace.Answered();
        Assert.Equal(Reason.InvalidRequest, _workspace.Refusal(Warm(call, "ann")));
        Assert.Equal(Reason.UnknownAgent, _workspace.Refusal(Warm(call)));
        _workspace.Register("bob");
        Assert.Equal(Reason.NoSession, _workspace.Refusal(Warm(call)));
        _workspace.SignIn("bob");
        _workspace.Away("bob");
        Assert.Equal(Reason.Capacity, _workspace.Refusal(Warm(call)));
        _workspace.Available("bob");
        var other = _workspace.Submit("call");
        Assert.Equal(Reason.Capacity, _workspace.Refusal(Warm(call)));
        _workspace.Accept(other);
        _workspace.Complete(other);
        _workspace.Do(Warm(call));
        Assert.Equal(Reason.WrongState, _workspace.Refusal(Warm(call)));
        Assert.Equal(Reason.NotYourOffer, _workspace.Refusal(new Accept("ann", call, 2)));
    }

    private PeerOfferEnded Ended() => _workspace.FactsOf<PeerOfferEnded>().Single();

    /// <summary>A call that ann has and asks bob to take over.</summary>
    private string Asked(string note = "")
    {
        var call = _workspace.Answered();
        _workspace.Agent("bob");
        _workspace.Do(Warm(call, note: note));
        return call;
    }

    private static Transfer Warm(string ticket, string agent = "bob", string note = "") => new("ann", ticket, 1, new("", null, [], agent), note, IsWarm: true);
}
