using Router.Engine.Commands;
using Router.Engine.Events;
using Router.Engine.Policies;
using Router.Engine.Tests.Scaffold;
using Router.Engine.Tickets;

namespace Router.Engine.Tests.Transitions;

public sealed class CustomerHoldTests
{
    private readonly Workspace _workspace = new Workspace(Rules.WithChannel("call", c => c with { WrapUp = new(WrapUpKind.Timed, 10) })).Agent("ann");
    private readonly string _call;

    public CustomerHoldTests()
    {
        _call = _workspace.Submit("call");
        _workspace.Accept(_call);
    }

    [Fact]
    public void Time_on_hold_is_counted_apart_from_handling()
    {
        _workspace.After(5);
        Assert.Equal(TicketState.Assigned, Hold());
        _workspace.After(20).Reload();
        Resume();
        _workspace.After(3);
        Hold();
        _workspace.After(2);
        Resume();
        _workspace.After(1).Complete(_call);
        _workspace.After(10);
        var (ended, completed) = (_workspace.FactsOf<InteractionEnded>().Single(), _workspace.FactsOf<TicketCompleted>().Single());
        Assert.Equal((9_000, 22_000), (ended.HandlingMs, ended.OnHoldMs));
        Assert.Equal((9_000, 22_000, 10_000), (completed.HandlingMs, completed.OnHoldMs, completed.WrapUpMs));
        Assert.Equal([20_000, 2_000], _workspace.FactsOf<HoldEnded>().Select(h => h.OnHoldMs));
    }

    [Fact]
    public void Twice_in_a_row_is_refused()
    {
        Assert.Equal(Reason.WrongState, _workspace.Refusal(new SetHold("ann", _call, 1, OnHold: false)));
        Hold();
        Assert.Equal(Reason.WrongState, _workspace.Refusal(new SetHold("ann", _call, 1, OnHold: true)));
    }

    [Fact]
    public void The_end_of_the_interaction_ends_the_hold()
    {
        Hold();
        _workspace.After(4).End(_call);
        Assert.Equal((0, 4_000), (_workspace.Ticket(_call).OnHoldSince, _workspace.FactsOf<InteractionEnded>().Single().OnHoldMs));
        Assert.Equal(Reason.WrongState, _workspace.Refusal(new SetHold("ann", _call, 1, OnHold: true)));
    }

    [Fact]
    public void Who_gets_the_ticket_after_him_begins_without_a_hold()
    {
        Hold();
        _workspace.After(4).SignOut("ann", WorkInHand.HandBack);
        Assert.Equal((0, 4_000), (_workspace.FactsOf<TicketRequeued>().Single().HandlingMs, _workspace.FactsOf<TicketRequeued>().Single().OnHoldMs));
        _workspace.Agent("bob");
        _workspace.Accept(_call);
        _workspace.After(7).End(_call);
        Assert.Equal((7_000, 0), (_workspace.FactsOf<InteractionEnded>().Single().HandlingMs, _workspace.FactsOf<InteractionEnded>().Single().OnHoldMs));
    }

    [Fact]
    public void Another_agent_puts_nobody_on_hold()
    {
        _workspace.Agent("bob");
        Assert.Equal(Reason.NotYourAssignment, _workspace.Refusal(new SetHold("bob", _call, 1, OnHold: true)));
        Assert.Equal(Reason.UnknownTicket, _workspace.Refusal(new SetHold("ann", "9-9", 1, OnHold: true)));
    }

    private object? Hold() => _workspace.Do(new SetHold("ann", _call, 1, OnHold: true));

    private void Resume() => _workspace.Do(new SetHold("ann", _call, 1, OnHold: false));
}
