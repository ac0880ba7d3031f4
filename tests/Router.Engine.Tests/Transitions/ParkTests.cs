using Router.Engine.Commands;
using Router.Engine.Events;
using Router.Engine.Policies;
using Router.Engine.Tests.Scaffold;
using Router.Engine.Tickets;

namespace Router.Engine.Tests.Transitions;

public sealed class ParkTests
{
    private const double Day = 86_400;
    private readonly Workspace _workspace = new Workspace(Rules.WithoutWrapUp).Agent("ann");
    private readonly string _call;

    public ParkTests()
    {
        _call = _workspace.Submit("call");
        _workspace.Accept(_call);
    }

    [Fact]
    public void A_parked_ticket_is_nobodys_and_its_agent_gets_the_next()
    {
        var next = _workspace.Submit("call");
        _workspace.After(7).Park(_call);
        Assert.Equal((TicketState.Parked, "", "ann"), (_workspace.State(_call), _workspace.Holder(_call), _workspace.Holder(next)));
        var parked = _workspace.FactsOf<TicketParked>().Single();
        Assert.Equal((1, "ann", 7_000, 0), (parked.AssignmentNo, parked.AgentId, parked.HandlingMs, parked.OnHoldMs));
    }

    [Fact]
    public void Until_a_time_it_is_back_then_as_a_fresh_ticket_with_its_history()
    {
        _workspace.Park(_call, seconds: 100);
        _workspace.SignOut("ann");
        _workspace.Reload().After(99.999);
        Assert.Equal(TicketState.Parked, _workspace.State(_call));
        _workspace.After(0.001);
        var ticket = _workspace.Ticket(_call);
        Assert.Equal((TicketState.Queued, _workspace.Now, _workspace.Now + 20_000), (ticket.State, ticket.EnteredAt, ticket.DueAt));
        Assert.Equal((0, 1), (ticket.ParkedUntil, ticket.AssignmentNo));
        Assert.Equal(EntryCause.Unparked, _workspace.FactsOf<TicketEntered>().Last().Cause);
        Assert.Contains(ticket.History, h => h is { Kind: FactKind.TicketParked, AgentId: "ann", Detail: "1: noted" });
    }

    [Fact]
    public void It_stands_behind_a_ticket_that_entered_while_it_was_parked()
    {
        _workspace.Park(_call, seconds: 100);
        _workspace.Away("ann");
        _workspace.After(99);
        var other = _workspace.Submit("call");
        _workspace.After(1);
        _workspace.Available("ann");
        Assert.Equal(("ann", TicketState.Queued), (_workspace.Holder(other), _workspace.State(_call)));
    }

    [Fact]
    public void The_customers_answer_brings_it_back_at_once()
    {
        _workspace.Park(_call);
        _workspace.After(Day);
        _workspace.Write(_call);
        Assert.Equal((TicketState.Offered, 2), (_workspace.State(_call), _workspace.Ticket(_call).OfferNo));
    }

    [Fact]
    public void Without_an_answer_it_is_back_after_14_days()
    {
        _workspace.Park(_call);
        Assert.Equal(TicketState.Parked, _workspace.After((14 * Day) - 0.001).State(_call));
        Assert.Equal(TicketState.Offered, _workspace.After(0.001).State(_call));
    }

    [Theory]
    [InlineData(true, TicketState.Offered)]
    [InlineData(false, TicketState.Parked)]
    public void Until_a_time_an_answer_brings_it_back_where_that_was_asked(bool untilAnswer, TicketState state)
    {
        _workspace.Park(_call, seconds: 100, untilAnswer);
        _workspace.Write(_call);
        Assert.Equal(state, _workspace.State(_call));
    }

    [Fact]
    public void Who_answers_it_after_that_answers_it_first_and_begins_with_a_clean_count()
    {
        _workspace.Do(new SetHold("ann", _call, 1, OnHold: true));
        _workspace.After(3).Park(_call, seconds: 10);
        Assert.Equal((0, 3_000), (_workspace.FactsOf<TicketParked>().Single().HandlingMs, _workspace.FactsOf<TicketParked>().Single().OnHoldMs));
        _workspace.After(10).Accept(_call);
        var assigned = _workspace.FactsOf<TicketAssigned>().Last();
        Assert.Equal((2, true, 0), (assigned.AssignmentNo, assigned.IsFirst, assigned.WaitMs));
        _workspace.Complete(_call);
        Assert.Equal(0, _workspace.FactsOf<TicketCompleted>().Single().OnHoldMs);
    }

    [Fact]
    public void It_comes_back_under_the_rules_in_force_then()
    {
        _workspace.Park(_call, seconds: 10);
        _workspace.Change(_ => Rules.WithService(q => q with { Channels = [new("call", TargetSeconds: 77)], Skills = [new("loans", 1)] }));
        _workspace.After(10);
        var ticket = _workspace.Ticket(_call);
        Assert.Equal((TicketState.Queued, ticket.EnteredAt + 77_000, true), (ticket.State, ticket.DueAt, ticket.Unroutable));
        Assert.Equal("loans", ticket.Steps[0].Requirement.Skills.Single().Name);
    }

    [Fact]
    public void An_outage_does_not_move_the_time()
    {
        _workspace.Park(_call, seconds: 10);
        _workspace.Restart(30).After(0);
        Assert.Equal(TicketState.Queued, _workspace.State(_call));
    }

    [Fact]
    public void Parked_it_can_be_cancelled_and_is_not_abandoned()
    {
        _workspace.Park(_call);
        Assert.Equal(Reason.WrongState, _workspace.Refusal(new End(_call)));
        Assert.Equal(TicketState.Cancelled, _workspace.Do(new Cancel(_call, "withdrawn")));
        Assert.Equal(0, _workspace.FactsOf<TicketLeft>().Single().WaitMs);
    }

    [Fact]
    public void Signing_out_may_park_what_is_in_hand()
    {
        _workspace.SignOut("ann", WorkInHand.Park);
        Assert.Equal((TicketState.Parked, ""), (_workspace.State(_call), _workspace.View("ann").Record.SessionId));
        _workspace.Write(_call);
        Assert.Equal(TicketState.Queued, _workspace.State(_call));
    }

    [Fact]
    public void In_wrap_up_by_another_agent_or_into_the_past_is_refused()
    {
        Assert.Equal(Reason.NotYourAssignment, _workspace.Refusal(new Park("bob", _call, 1, 0, true, "")));
        Assert.Equal(Reason.ScheduleOutOfRange, _workspace.Refusal(new Park("ann", _call, 1, _workspace.Now - 1, true, "")));
        _workspace.Change(_ => Rules.WithChannel("call", c => c with { WrapUp = new(WrapUpKind.Timed, 10) }));
        _workspace.Complete(_call);
        Assert.Equal(Reason.WrongState, _workspace.Refusal(new Park("ann", _call, 1, 0, true, "")));
    }
}
