using Router.Engine.Commands;
using Router.Engine.Events;
using Router.Engine.Policies;
using Router.Engine.Tests.Scaffold;
using Router.Engine.Tickets;

namespace Router.Engine.Tests.Transitions;

public sealed class CompleteTests
{
    [Theory]
    [InlineData(WrapUpKind.None, "", TicketState.Completed)]
    [InlineData(WrapUpKind.None, "sold", TicketState.Completed)]
    [InlineData(WrapUpKind.Optional, "sold", TicketState.Completed)]
    [InlineData(WrapUpKind.Optional, "", TicketState.WrappingUp)]
    [InlineData(WrapUpKind.Timed, "sold", TicketState.WrappingUp)]
    [InlineData(WrapUpKind.UntilDone, "sold", TicketState.WrappingUp)]
    public void What_follows_the_interaction_is_the_rule_of_queue_and_channel(WrapUpKind kind, string disposition, TicketState state)
    {
        var (workspace, call) = InCall(new WrapUpRule(kind, 10));
        Assert.Equal(state, workspace.Do(new Complete("ann", call, 1, disposition, "noted")));
        Assert.Equal((disposition, "noted"), (workspace.Ticket(call).Disposition, workspace.Ticket(call).Note));
    }

    [Theory]
    [InlineData(WrapUpKind.Optional, 10, 10)]
    [InlineData(WrapUpKind.Timed, 10, 10)]
    [InlineData(WrapUpKind.UntilDone, 10, 1_800)]
    public void Wrap_up_ends_by_itself(WrapUpKind kind, int seconds, int length)
    {
        var (workspace, call) = InCall(new WrapUpRule(kind, seconds));
        workspace.Complete(call);
        Assert.Equal(TicketState.WrappingUp, workspace.After(length - 0.001).State(call));
        Assert.Equal(TicketState.Completed, workspace.After(0.001).State(call));
        Assert.Equal(("none_given", length * 1_000L), (Completed(workspace).Disposition, Completed(workspace).WrapUpMs));
    }

    [Fact]
    public void Wrap_up_that_runs_out_keeps_a_disposition_that_was_given()
    {
        var (workspace, call) = InCall(new WrapUpRule(WrapUpKind.Timed, 10));
        workspace.Complete(call, "sold");
        workspace.After(10);
        Assert.Equal("sold", Completed(workspace).Disposition);
    }

    [Fact]
    public void Wrap_up_holds_capacity_until_it_ends()
    {
        var (workspace, call) = InCall(new WrapUpRule(WrapUpKind.Timed, 10));
        var next = workspace.Submit("call");
        workspace.Complete(call);
        Assert.Equal(TicketState.Queued, workspace.After(9.999).State(next));
        Assert.Equal(TicketState.Offered, workspace.After(0.001).State(next));
    }

    [Fact]
    public void A_disposition_in_wrap_up_ends_it_and_frees_the_agent()
    {
        var (workspace, call) = InCall(new WrapUpRule(WrapUpKind.UntilDone, 0));
        var next = workspace.Submit("call");
        workspace.After(60).Complete(call);
        workspace.After(7).Complete(call, "sold");
        Assert.Equal(TicketState.Offered, workspace.State(next));
        Assert.Equal((60_000, 7_000), (Completed(workspace).HandlingMs, Completed(workspace).WrapUpMs));
    }

    [Fact]
    public void A_queue_that_lists_dispositions_asks_for_one_of_them_in_wrap_up()
    {
        var workspace = new Workspace(Rules.WithService(q => q with { Dispositions = [new("sold"), new("lost")] })).Agent("ann");
        var call = workspace.Submit("call");
        workspace.Accept(call);
        Assert.Equal(Reason.UnknownDisposition, workspace.Refusal(new Complete("ann", call, 1, "eaten", "")));
        workspace.Complete(call);
        Assert.Equal(Reason.DispositionRequired, workspace.Refusal(new Complete("ann", call, 1, "", "")));
        Assert.Equal(TicketState.Completed, workspace.Do(new Complete("ann", call, 1, "lost", "")));
    }

    [Fact]
    public void One_given_with_the_end_of_the_interaction_is_enough()
    {
        var workspace = new Workspace(Rules.WithService(q => q with { Dispositions = [new("sold")] })).Agent("ann");
        var call = workspace.Submit("call");
        workspace.Accept(call);
        workspace.Complete(call, "sold");
        workspace.Complete(call);
        Assert.Equal("sold", Completed(workspace).Disposition);
    }

    [Fact]
    public void The_queues_rule_comes_before_the_channels()
    {
        var workspace = new Workspace(Rules.WithService(q => q with { Channels = [new("call", WrapUp: WrapUpRule.None)] })).Agent("ann");
        var call = workspace.Submit("call");
        workspace.Accept(call);
        workspace.Complete(call);
        Assert.Equal(TicketState.Completed, workspace.State(call));
    }

    [Fact]
    public void Of_an_assignment_that_is_not_or_no_longer_his_it_is_refused()
    {
        var workspace = new Workspace().Agent("ann").Agent("bob");
        var call = workspace.Submit("call");
        Assert.Equal(Reason.NotYourAssignment, workspace.Refusal(new Complete("ann", call, 1, "", "")));
        workspace.Accept(call);
        Assert.Equal(Reason.NotYourAssignment, workspace.Refusal(new Complete("bob", call, 1, "", "")));
        Assert.Equal(Reason.NotYourAssignment, workspace.Refusal(new Complete("ann", call, 2, "", "")));
        Assert.Equal(Reason.NotYourAssignment, workspace.Refusal(new Complete("ann", call, 0, "", "")));

        workspace.Lose("ann");
        workspace.After(15);
        Assert.Equal(Reason.StaleAssignment, workspace.Refusal(new Complete("ann", call, 1, "", "")));
        workspace.Accept(call);
        Assert.Equal(Reason.StaleAssignment, workspace.Refusal(new Complete("ann", call, 1, "", "")));
        Assert.Equal(TicketState.Assigned, workspace.State(call));
    }

    [Fact]
    public void An_agent_whose_session_is_lost_may_still_complete()
    {
        var (workspace, call) = InCall(WrapUpRule.None);
        workspace.Lose("ann");
        workspace.Complete(call);
        Assert.Equal(TicketState.Completed, workspace.State(call));
    }

    [Fact]
    public void The_history_tells_the_tickets_way()
    {
        var (workspace, call) = InCall(new WrapUpRule(WrapUpKind.Timed, 10));
        workspace.Complete(call);
        workspace.After(10);
        Assert.Equal(
            [FactKind.TicketEntered, FactKind.OfferMade, FactKind.TicketAssigned, FactKind.InteractionEnded, FactKind.TicketCompleted],
            workspace.Ticket(call).History.Select(h => h.Kind));
    }

    private static (Workspace Workspace, string Call) InCall(WrapUpRule rule)
    {
        var workspace = new Workspace(Rules.WithChannel("call", c => c with { WrapUp = rule })).Agent("ann");
        var call = workspace.Submit("call");
        workspace.Accept(call);
        return (workspace, call);
    }

    private static TicketCompleted Completed(Workspace workspace) => Assert.Single(workspace.FactsOf<TicketCompleted>());
}
