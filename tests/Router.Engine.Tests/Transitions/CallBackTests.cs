using Router.Engine.Commands;
using Router.Engine.Events;
using Router.Engine.Queries;
using Router.Engine.Tests.Scaffold;
using Router.Engine.Tickets;

namespace Router.Engine.Tests.Transitions;

/// <summary>Customers who are called back.</summary>
public sealed class CallBackTests
{
    private const double Hour = 3_600;

    [Fact]
    public void A_customer_who_hangs_up_keeps_his_place_and_is_called_back_in_his_turn()
    {
        var workspace = Busy();
        var call = workspace.Submit("call");
        var later = workspace.After(1).Submit("call");
        var dueAt = workspace.Ticket(call).DueAt;
        Assert.Equal((TicketState.Queued, 1), Answer(workspace.Do(Keep(call))));
        Assert.Equal(Reason.WrongState, workspace.Refusal(new End(call)));
        Assert.Equal((dueAt, "+1 555"), (workspace.Reload().Ticket(call).DueAt, workspace.Ticket(call).Later!.CallBack!.Number));
        workspace.Agent("bob");
        Assert.Equal(("bob", ""), (workspace.Holder(call), workspace.Holder(later)));
    }

    [Fact]
    public void A_kept_place_does_not_expire_as_a_caller_on_the_line_does_but_at_the_end_of_its_window()
    {
        var workspace = Busy();
        var free = workspace.Submit("call", timeToLive: 30);
        var bound = workspace.Submit("call", timeToLive: 30);
        workspace.Do(Keep(free));
        workspace.Do(new RequestCallBack(bound, new("+1 555", 0, workspace.Now + 3_600_000, "")));
        workspace.After(31);
        Assert.Equal((TicketState.Queued, TicketState.Queued), (workspace.State(free), workspace.State(bound)));
        workspace.After(Hour);
        Assert.Equal((TicketState.Queued, TicketState.Expired), (workspace.State(free), workspace.State(bound)));
    }

    [Fact]
    public void At_an_agreed_time_the_ticket_leaves_the_queue_and_is_back_as_a_call_back_when_the_time_comes()
    {
        var workspace = Busy();
        var call = workspace.Submit("call");
        workspace.Do(At(workspace, call, Hour));
        Assert.Equal((TicketState.Scheduled, 0L), (workspace.State(call), workspace.Ticket(call).EnteredAt));
        workspace.Reload().After(Hour);
        Assert.Equal((EntryCause.CallBack, workspace.Now), (workspace.FactsOf<TicketEntered>()[^1].Cause, workspace.Ticket(call).EnteredAt));
        workspace.Agent("bob");
        Assert.Equal("bob", workspace.Holder(call));
    }

    [Fact]
    public void After_three_attempts_without_an_answer_it_is_completed_as_not_reached()
    {
        var workspace = Called(out var call);
        for (var attempt = 1; attempt <= 3; attempt++)
        {
            Assert.Equal((TicketState.Assigned, attempt), (workspace.State(call), workspace.Ticket(call).AssignmentNo));
            workspace.Do(new ReportCallBack("ann", call, attempt, "no_answer"));
            if (attempt < 3)
            {
                Assert.Equal((TicketState.Scheduled, ""), (workspace.State(call), workspace.Holder(call)));
                workspace.Reload().After(900).Accept(call);
            }
        }

        var ticket = workspace.Ticket(call);
        Assert.Equal((TicketState.Completed, "not_reached"), (ticket.State, ticket.Disposition));
        Assert.Equal([1, 2, 3], workspace.FactsOf<CallBackAttempted>().Select(f => f.Attempt));
        Assert.Equal(["no_answer", "no_answer", "no_answer"], ticket.Later!.CallBack!.Attempts.Select(a => a.Result));
    }

    [Fact]
    public void Who_reached_the_customer_goes_on_with_him_and_cannot_tell_another_outcome()
    {
        var workspace = Called(out var call);
        workspace.Do(new ReportCallBack("ann", call, 1, "reached"));
        Assert.Equal(TicketState.Assigned, workspace.State(call));
        Assert.Equal(Reason.WrongState, workspace.Refusal(new ReportCallBack("ann", call, 1, "busy")));
        workspace.Complete(call);
        Assert.Single(workspace.FactsOf<CallBackAttempted>());
    }

    [Fact]
    public void Completing_a_call_back_says_that_the_customer_was_reached()
    {
        var workspace = Called(out var call);
        workspace.Complete(call);
        Assert.Equal("reached", Assert.Single(workspace.FactsOf<CallBackAttempted>()).Result);
    }

    [Fact]
    public void A_wrong_number_and_the_end_of_the_window_end_it_at_once()
    {
        var workspace = Called(out var wrong);
        workspace.Do(new ReportCallBack("ann", wrong, 1, "wrong_number"));
        Assert.Equal(TicketState.Completed, workspace.State(wrong));
        workspace.Away("ann");
        workspace.Agent("bob", p => p with { Channels = [new("call", 1, 0)] });
        var late = workspace.Submit("call");
        workspace.Do(At(workspace, late, 60, length: Hour));
        workspace.After(Hour - 600).Available("ann");
        workspace.Accept(late);
        workspace.Do(new ReportCallBack("ann", late, 1, "busy"));
        Assert.Equal("not_reached", workspace.Ticket(late).Disposition);
    }

    [Fact]
    public void A_customer_who_calls_in_first_takes_the_place_that_was_kept_for_him()
    {
        var workspace = Busy();
        var kept = workspace.Submit("call", Gil);
        workspace.Do(Keep(kept));
        var other = workspace.After(1).Submit("call");
        var dueAt = workspace.Ticket(kept).DueAt;
        var again = workspace.Reload().After(5).Submit("call", Gil);
        Assert.Equal((TicketState.Cancelled, "withdrawn"), (workspace.State(kept), workspace.Ticket(kept).CancelCause));
        Assert.Equal(dueAt, workspace.Ticket(again).DueAt);
        workspace.Agent("bob");
        Assert.Equal(("bob", ""), (workspace.Holder(again), workspace.Holder(other)));
    }

    [Fact]
    public void A_call_back_at_an_agreed_time_ends_too_when_the_customer_calls_in_and_a_chat_of_his_does_not_end_it()
    {
        var workspace = Busy();
        var agreed = workspace.Submit("call", Gil);
        workspace.Do(At(workspace, agreed, Hour));
        workspace.Submit("email", Gil);
        Assert.Equal(TicketState.Scheduled, workspace.State(agreed));
        workspace.Submit("call", Gil);
        Assert.Equal(TicketState.Cancelled, workspace.State(agreed));
    }

    [Fact]
    public void A_place_is_not_promised_when_nobody_is_there_or_it_comes_up_too_late()
    {
        var empty = new Workspace();
        Assert.Equal(Reason.QueueFull, empty.Refusal(Keep(empty.Submit("call"))));
        var workspace = Busy();
        var call = workspace.Submit("call");
        Assert.Equal(Reason.QueueFull, workspace.Refusal(new RequestCallBack(call, new("+1 555", 0, workspace.Now + 2_000, ""))));
        Assert.Equal(Reason.ScheduleOutOfRange, workspace.Refusal(new RequestCallBack(call, new("+1 555", 0, workspace.Now, ""))));
    }

    [Fact]
    public void No_more_call_backs_are_promised_for_a_window_than_half_the_agents_time_allows()
    {
        var workspace = Busy();
        var calls = Enumerable.Range(0, 7).Select(_ => workspace.Submit("call")).ToList();
        var outcomes = calls.Select(c => workspace.Try(At(workspace, c, Hour)).IsRefused).ToList();
        Assert.Equal([false, false, false, false, false, false, true], outcomes);
        Assert.False(workspace.Try(At(workspace, calls[^1], 3 * Hour)).IsRefused);
    }

    [Fact]
    public void A_submit_may_ask_for_a_call_back_at_once()
    {
        var workspace = new Workspace().Agent("ann");
        workspace.Do(new Submit(Content("a"), CallBack: new("+1 555", workspace.Now + 60_000, workspace.Now + 3_600_000, "")));
        Assert.Equal((TicketState.Scheduled, 1), (workspace.State("1-1"), workspace.FactsOf<CallBackRequested>().Count));
        workspace.Do(new Submit(Content("b"), CallBack: new("+1 555", 0, 0, "")));
        Assert.Equal("ann", workspace.Holder("1-2"));
        var nobody = new Workspace();
        Assert.Equal(Reason.QueueFull, nobody.Refusal(new Submit(Content("c"), CallBack: new("+1 555", 0, 0, ""))));
    }

    [Fact]
    public void Put_off_the_window_begins_then_and_is_as_long_as_it_was()
    {
        var workspace = Busy();
        var call = workspace.Submit("call");
        workspace.Do(At(workspace, call, Hour));
        workspace.Do(new Reschedule(call, workspace.Now + 7_200_000));
        var callBack = workspace.Ticket(call).Later!.CallBack!;
        Assert.Equal((workspace.Now + 7_200_000, 3_600_000), (callBack.From, callBack.Until - callBack.From));
    }

    private static Workspace Busy()
    {
        var workspace = new Workspace().Agent("ann");
        workspace.Accept(workspace.Submit("call"));
        return workspace;
    }

    private static Workspace Called(out string call)
    {
        var workspace = new Workspace(Rules.WithoutWrapUp).Agent("ann");
        workspace.Do(new Submit(Content("call"), CallBack: new("+1 555", 0, 0, "Asia/Jerusalem")));
        call = "1-1";
        workspace.Accept(call);
        return workspace;
    }

    private static RequestCallBack Keep(string call) => new(call, new("+1 555", 0, 0, "Asia/Jerusalem"));

    private static RequestCallBack At(Workspace workspace, string call, double seconds, double length = Hour)
    {
        var from = workspace.Now + (long)(seconds * 1_000);
        return new(call, new("+1 555", from, from + (long)(length * 1_000), "Asia/Jerusalem"));
    }

    private static TicketContent Content(string id) => new() { Source = "test", ExternalId = id, Channel = "call", Queue = Rules.Service };

    private static TicketContent Gil(TicketContent content) => content with { CustomerId = "gil" };

    private static (TicketState State, int? Position) Answer(object? value) => ((Submitted)value!).State is var state ? (state, ((Submitted)value).Place?.Position) : default;
}
