using Router.Engine.Commands;
using Router.Engine.Events;
using Router.Engine.Tests.Scaffold;
using Router.Engine.Tickets;

namespace Router.Engine.Tests.Transitions;

public sealed class EndAndCancelTests
{
    [Fact]
    public void End_OfAWaitingTicket_AbandonsIt()
    {
        var workspace = new Workspace();
        var call = workspace.Submit("call");
        Assert.Equal(TicketState.Abandoned, workspace.After(9).Do(new End(call)));
        var left = Assert.Single(workspace.FactsOf<TicketLeft>());
        Assert.Equal((TicketState.Abandoned, 9_000, false, false), (left.State, left.WaitMs, left.IsShort, left.ByChannel));
    }

    [Theory]
    [InlineData(5, true)]
    [InlineData(5.001, false)]
    public void End_WithinTheQueuesLimit_IsShort(double seconds, bool isShort)
    {
        var workspace = new Workspace();
        var call = workspace.Submit("call");
        workspace.After(seconds).End(call);
        Assert.Equal(isShort, Assert.Single(workspace.FactsOf<TicketLeft>()).IsShort);
    }

    [Fact]
    public void End_OfAnOfferedTicket_WithdrawsTheOfferAndFeedsItsAgent()
    {
        var workspace = new Workspace().Agent("ann");
        var first = workspace.Submit("call");
        var second = workspace.Submit("call");
        workspace.End(first);
        Assert.Equal("ann", workspace.Holder(second));
        Assert.Equal(OfferEnd.Abandoned, Assert.Single(workspace.FactsOf<OfferEnded>()).End);
    }

    [Fact]
    public void End_OfAnAssignedTicket_EndsTheInteraction()
    {
        var workspace = new Workspace().Agent("ann");
        var call = workspace.Submit("call");
        workspace.Accept(call);
        Assert.Equal(TicketState.WrappingUp, workspace.After(60).Do(new End(call)));
        Assert.Equal((EndedBy.Customer, 60_000), (workspace.FactsOf<InteractionEnded>()[0].By, workspace.FactsOf<InteractionEnded>()[0].HandlingMs));
    }

    [Fact]
    public void End_OfAnAssignedTicketWithoutWrapUp_CompletesIt()
    {
        var workspace = new Workspace(Rules.WithoutWrapUp).Agent("ann");
        var call = workspace.Submit("call");
        workspace.Accept(call);
        Assert.Equal(TicketState.Completed, workspace.Do(new End(call, ByChannel: true)));
        Assert.Equal(EndedBy.Channel, Assert.Single(workspace.FactsOf<TicketCompleted>()).By);
    }

    [Fact]
    public void End_OfATicketWhoseCallHeldAnAgent_ReleasesHim()
    {
        var workspace = new Workspace().Agent("ann");
        workspace.Accept(workspace.Submit("chat"));
        var call = workspace.Submit("call");
        var chat = workspace.Submit("chat");
        Assert.Equal(TicketState.Queued, workspace.State(chat));
        workspace.End(call);
        Assert.Equal(TicketState.Offered, workspace.State(chat));
    }

    [Fact]
    public void End_InWrapUpOrWhileScheduled_IsRefused()
    {
        var workspace = new Workspace().Agent("ann");
        var call = workspace.Submit("call");
        workspace.Accept(call);
        workspace.Complete(call);
        Assert.Equal(Reason.WrongState, workspace.Refusal(new End(call)));
        Assert.Equal(Reason.WrongState, workspace.Refusal(new End(workspace.Submit("call", startsIn: 10))));
        Assert.Equal(Reason.UnknownTicket, workspace.Refusal(new End("9-9")));
    }

    [Fact]
    public void Cancel_TakesATicketThatNobodyHasAccepted()
    {
        var workspace = new Workspace().Agent("ann");
        var scheduled = workspace.Submit("call", startsIn: 10);
        var offered = workspace.Submit("call");
        var queued = workspace.Submit("call");
        foreach (var ticket in new[] { scheduled, queued, offered })
        {
            Assert.Equal(TicketState.Cancelled, workspace.Do(new Cancel(ticket, "spam")));
            Assert.Equal("spam", workspace.Ticket(ticket).CancelCause);
        }

        Assert.Equal([0, 0, 0], workspace.FactsOf<TicketLeft>().Select(f => f.WaitMs));
        Assert.Equal(OfferEnd.Cancelled, Assert.Single(workspace.FactsOf<OfferEnded>()).End);
        Assert.Equal(0, workspace.Engine.OpenTickets);
    }

    [Fact]
    public void Cancel_OfAnAcceptedTicket_IsRefused()
    {
        var workspace = new Workspace().Agent("ann");
        var call = workspace.Submit("call");
        workspace.Accept(call);
        Assert.Equal(Reason.WrongState, workspace.Refusal(new Cancel(call, "spam")));
        workspace.Complete(call);
        Assert.Equal(Reason.WrongState, workspace.Refusal(new Cancel(call, "spam")));
    }

    [Fact]
    public void A_closed_ticket_is_unknown_to_every_command()
    {
        var workspace = new Workspace().Agent("ann");
        var call = workspace.Submit("call");
        workspace.End(call);
        Command[] commands =
        [
            new End(call), new Cancel(call, ""), new Accept("ann", call, 1), new Decline("ann", call, 1, ""),
            new Complete("ann", call, 1, "", ""), new Append(call, null, 0, new MessageText("?", "")),
        ];
        Assert.All(commands, c => Assert.Equal(Reason.UnknownTicket, workspace.Refusal(c)));
    }
}
