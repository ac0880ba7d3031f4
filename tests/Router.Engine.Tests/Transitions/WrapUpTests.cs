using Router.Engine.Commands;
using Router.Engine.Events;
using Router.Engine.Policies;
using Router.Engine.Tests.Scaffold;
using Router.Engine.Tickets;

namespace Router.Engine.Tests.Transitions;

public sealed class WrapUpTests
{
    [Fact]
    public void Ended_early_the_ticket_is_completed_with_the_disposition_given_before_and_the_next_one_comes()
    {
        var (workspace, call) = WrappingUp("sold");
        var next = workspace.Submit("call");
        Assert.Equal(TicketState.Completed, workspace.After(4).Do(new EndWrapUp("ann", call, 1)));
        var completed = Assert.Single(workspace.FactsOf<TicketCompleted>());
        Assert.Equal(("sold", 4_000, EndedBy.Agent), (completed.Disposition, completed.WrapUpMs, completed.By));
        Assert.Equal("ann", workspace.Holder(next));
    }

    [Fact]
    public void Ended_early_without_a_disposition_where_the_queue_asks_for_one_is_refused()
    {
        var (workspace, call) = WrappingUp("", new CodeLabel("sold"));
        Assert.Equal(Reason.DispositionRequired, workspace.Refusal(new EndWrapUp("ann", call, 1)));
    }

    [Fact]
    public void Extended_it_lasts_the_queues_length_once_more_and_no_third_time()
    {
        var (workspace, call) = WrappingUp("sold");
        workspace.After(6).Do(new ExtendWrapUp("ann", call, 1));
        Assert.Equal(Reason.AlreadyExtended, workspace.Refusal(new ExtendWrapUp("ann", call, 1)));
        Assert.Equal(workspace.Ticket(call).WrapUpEndsAt, Assert.Single(workspace.FactsOf<WrapUpExtended>()).WrapUpEndsAt);
        Assert.Equal(TicketState.WrappingUp, workspace.Reload().After(13.999).State(call));
        Assert.Equal(TicketState.Completed, workspace.After(0.001).State(call));
    }

    [Fact]
    public void A_later_assignment_of_the_same_ticket_may_be_extended_again()
    {
        var workspace = new Workspace(Policy()).Agent("ann");
        var call = workspace.Submit("call");
        workspace.Accept(call);
        workspace.SignOut("ann", WorkInHand.HandBack);
        workspace.Agent("bob");
        workspace.Accept(call);
        workspace.Complete(call);
        workspace.Do(new ExtendWrapUp("bob", call, 2));
        Assert.True(workspace.Ticket(call).WrapUpExtended);
    }

    [Fact]
    public void Where_the_queue_has_no_wrap_up_any_more_it_is_not_extended()
    {
        var (workspace, call) = WrappingUp("sold");
        workspace.Change(_ => Rules.WithoutWrapUp);
        Assert.Equal(Reason.WrongState, workspace.Refusal(new ExtendWrapUp("ann", call, 1)));
    }

    [Fact]
    public void Another_agent_ends_and_extends_nothing()
    {
        var (workspace, call) = WrappingUp("sold");
        workspace.Agent("bob");
        Assert.Equal(Reason.NotYourAssignment, workspace.Refusal(new EndWrapUp("bob", call, 1)));
        Assert.Equal(Reason.NotYourAssignment, workspace.Refusal(new ExtendWrapUp("bob", call, 1)));
        Assert.Equal(Reason.NotYourAssignment, workspace.Refusal(new ExtendWrapUp("ann", call, 2)));
    }

    private static WorkspacePolicy Policy(params CodeLabel[] dispositions) =>
        Rules.WithService(q => q with { Dispositions = dispositions }).WithChannel("call", c => c with { WrapUp = new(WrapUpKind.Timed, 10) });

    private static (Workspace Workspace, string Call) WrappingUp(string disposition, params CodeLabel[] dispositions)
    {
        var workspace = new Workspace(Policy(dispositions)).Agent("ann");
        var call = workspace.Submit("call");
        workspace.Accept(call);
        workspace.Complete(call, disposition);
        return (workspace, call);
    }
}
