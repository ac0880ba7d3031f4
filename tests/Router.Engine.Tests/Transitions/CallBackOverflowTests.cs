using Router.Engine.Commands;
using Router.Engine.Events;
using Router.Engine.Policies;
using Router.Engine.Queries;
using Router.Engine.Tests.Scaffold;
using Router.Engine.Tickets;

namespace Router.Engine.Tests.Transitions;

/// <summary>A queue that is full or closed and calls back whoever likes that.</summary>
public sealed class CallBackOverflowTests
{
    private const double Hour = 3_600;

    [Fact]
    public void A_caller_whom_a_full_queue_turns_away_is_told_that_he_may_be_called_back_and_when()
    {
        var workspace = Full();

        var refused = workspace.Try(New("a"));

        Assert.Equal((Reason.QueueFull, "in_turn,at_time", "30"), (refused.Reason, refused.Metadata["call_back"], refused.Metadata["retry_after_seconds"]));
        Assert.InRange(int.Parse(refused.Metadata["call_back_wait_seconds"], null), 1, 3_600);
        Assert.Contains("submit it again with 'call_back'", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Submitted_with_a_number_it_is_let_in_past_the_limit_and_called_back_in_its_turn()
    {
        var workspace = Full();
        const string waiting = "1-2";

        var call = Submitted(workspace, New("a", new("+1 555", 0, 0, "")));

        Assert.Equal((TicketState.Queued, 2), (call.State, call.Place!.Position));
        workspace.Reload().Agent("bob").Agent("cyd");
        Assert.Equal(("bob", "cyd"), (workspace.Holder(waiting), workspace.Holder(call.TicketId)));
    }

    [Fact]
    public void Nothing_is_offered_that_could_not_be_kept()
    {
        var unroutable = Full().Try(New("a") with { Content = Content("a") with { Skills = [new("loans", 5)] } });
        Assert.Equal((Reason.QueueFull, false), (unroutable.Reason, unroutable.Metadata.ContainsKey("call_back")));

        var empty = new Workspace(Limited(OverflowRule.OfferCallBack)).Register("ann");
        empty.Submit("call");
        Assert.Equal("at_time", empty.Try(New("a")).Metadata["call_back"]);
        Assert.Equal(Reason.QueueFull, empty.Refusal(New("a", new("+1 555", 0, 0, ""))));
        Assert.False(empty.Try(New("a", new("+1 555", empty.Now + 3_600_000, empty.Now + 7_200_000, "Europe/Berlin"))).IsRefused);
    }

    [Fact]
    public void A_place_past_the_limit_is_promised_for_no_longer_than_a_day()
    {
        var workspace = new Workspace(Rules.WithChannel("call", c => c with { HandleSeconds = 20_000, WrapUp = WrapUpRule.None }) with { Queues = [Limited(OverflowRule.OfferCallBack).Queues[0]] });
        workspace.Agent("ann");
        workspace.Accept(workspace.Submit("call"));

        var taken = Enumerable.Range(0, 20).TakeWhile(i => !workspace.Try(New($"{i}", new("+1 555", 0, 0, ""))).IsRefused).Count();

        Assert.InRange(taken, 1, 8);
    }

    [Fact]
    public void A_closed_queue_takes_call_backs_for_its_opening_and_refuses_who_wants_to_wait_on_the_line()
    {
        var workspace = new Workspace(Closed(OverflowRule.OfferCallBack)).Register("ann");

        var refused = workspace.Try(New("a"));
        Assert.Equal((Reason.QueueClosed, "in_turn,at_time", false), (refused.Reason, refused.Metadata["call_back"], refused.Metadata.ContainsKey("call_back_wait_seconds")));
        var call = Submitted(workspace, New("a", new("+1 555", 0, 0, "")));
        Assert.Equal((TicketState.Scheduled, workspace.Now + 3_600_000), (call.State, workspace.Ticket(call.TicketId).StartsAt));
        Assert.Equal(Reason.WrongState, workspace.Refusal(new End(call.TicketId)));
        workspace.Reload().After(Hour);
        Assert.Equal((TicketState.Queued, EntryCause.CallBack), (workspace.State(call.TicketId), workspace.FactsOf<TicketEntered>()[^1].Cause));
        workspace.SignIn("ann");
        Assert.Equal("ann", workspace.Holder(call.TicketId));
    }

    [Fact]
    public void A_window_that_ends_before_the_opening_and_more_than_half_a_days_work_are_not_promised()
    {
        var workspace = new Workspace(Closed(OverflowRule.OfferCallBack)).Register("ann");

        Assert.Equal(Reason.QueueFull, workspace.Refusal(New("a", new("+1 555", 0, workspace.Now + 1_800_000, ""))));
        var taken = Enumerable.Range(0, 200).TakeWhile(i => !workspace.Try(New($"{i}", new("+1 555", 0, 0, ""))).IsRefused).Count();
        Assert.Equal(144, taken);
        Assert.Equal("at_time", workspace.Try(New("b")).Metadata["call_back"]);
    }

    [Fact]
    public void A_queue_that_has_tickets_wait_for_its_opening_promises_a_call_back_though_nobody_is_there_at_night()
    {
        var workspace = new Workspace(Closed(OverflowRule.WaitForOpening)).Register("ann");

        Assert.Equal(TicketState.Scheduled, Submitted(workspace, New("a", new("+1 555", 0, 0, ""))).State);
    }

    [Fact]
    public void A_customer_for_whom_a_place_is_kept_is_let_into_the_full_queue_in_which_he_has_it()
    {
        var workspace = Full();
        var kept = Submitted(workspace, New("a", new("+1 555", 0, 0, "")) with { Content = Content("a") with { CustomerId = "gil" } });

        var again = Submitted(workspace, New("b") with { Content = Content("b") with { CustomerId = "gil" } });

        Assert.Equal((TicketState.Cancelled, TicketState.Queued), (workspace.State(kept.TicketId), again.State));
        Assert.Equal(Reason.QueueFull, workspace.Refusal(New("c") with { Content = Content("c") with { CustomerId = "ada" } }));
    }

    [Fact]
    public void What_a_full_queue_sends_on_is_called_back_from_where_it_comes_to()
    {
        var policy = Limited(new(OverflowKind.Queue, "second"));
        policy = policy with { Queues = [.. policy.Queues, Rules.Queue("second") with { Channels = [new("call", Limits: new(1, 0, 0, OverflowRule.OfferCallBack))] }] };
        var workspace = new Workspace(policy).Agent("ann").Agent("bob");
        foreach (var _ in Enumerable.Range(0, 2))
        {
            workspace.Submit("call");
        }

        Assert.Equal("second", workspace.Try(New("a")).Metadata["queue"]);
        Assert.Equal("second", workspace.Ticket(Submitted(workspace, New("a", new("+1 555", 0, 0, ""))).TicketId).Content.Queue);
    }

    /// <summary>One call waits, which is as many as may, and one agent is at another.</summary>
    private static Workspace Full()
    {
        var workspace = new Workspace(Limited(OverflowRule.OfferCallBack)).Agent("ann");
        workspace.Accept(workspace.Submit("call"));
        workspace.Submit("call");
        return workspace;
    }

    private static WorkspacePolicy Limited(OverflowRule rule) =>
        Rules.WithService(q => q with { Channels = [new("call", Limits: new(1, 0, 0, rule))] });

    /// <summary>An hour before it opens.</summary>
    private static WorkspacePolicy Closed(OverflowRule rule) => Rules.WithService(q => q with { Hours = Openings.Daily("09:00", "17:00", rule) });

    private static Submitted Submitted(Workspace workspace, Submit submit) => (Submitted)workspace.Do(submit)!;

    private static Submit New(string id, CallBack? wish = null) => new(Content(id), CallBack: wish);

    private static TicketContent Content(string id) => new() { Source = "test", ExternalId = id, Channel = "call", Queue = Rules.Service };
}
