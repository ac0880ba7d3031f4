using Router.Engine.Commands;
using Router.Engine.Events;
using Router.Engine.Policies;
using Router.Engine.Tests.Scaffold;
using Router.Engine.Tickets;

namespace Router.Engine.Tests.Transitions;

/// <summary>The tests' time begins on a Friday at 08:00 UTC.</summary>
public sealed class HoursTests
{
    private const int Hour = 3_600;

    [Fact]
    public void A_call_that_comes_to_a_closed_queue_waits_for_the_opening_and_is_then_offered()
    {
        var workspace = new Workspace(Open("09:00", "17:00")).Agent("ann");

        var call = workspace.Submit("call");

        Assert.Equal(TicketState.Scheduled, workspace.State(call));
        var place = workspace.Engine.Place(call)!;
        Assert.Equal((0, workspace.Now + (Hour * 1_000), Trust.Unknown), (place.Position, place.OpensAt, place.Estimate.Trust));
        workspace.Reload().After(Hour - 1);
        Assert.Equal(TicketState.Scheduled, workspace.State(call));
        workspace.After(1);
        Assert.Equal((TicketState.Offered, workspace.Now), (workspace.State(call), workspace.Ticket(call).EnteredAt));
        Assert.Equal(EntryCause.Scheduled, workspace.FactsOf<TicketEntered>().Single().Cause);
    }

    [Fact]
    public void Those_who_wait_for_the_opening_come_in_the_order_in_which_they_came()
    {
        var workspace = new Workspace(Open("09:00", "17:00"));
        string[] calls = [workspace.Submit("call"), workspace.Submit("chat"), workspace.After(60).Submit("call")];

        workspace.After(Hour);

        Assert.Equal(calls, workspace.FactsOf<TicketEntered>().Select(f => f.TicketId));
        Assert.Equal([1, 1, 2], workspace.FactsOf<TicketEntered>().Select(f => f.Position));
    }

    [Fact]
    public void What_waits_when_the_queue_closes_is_still_served()
    {
        var workspace = new Workspace(Open("07:00", "08:10"));
        var call = workspace.Submit("call");

        workspace.After(20 * 60).Agent("ann");

        Assert.Equal(TicketState.Offered, workspace.State(call));
        Assert.Equal(TicketState.Scheduled, workspace.State(workspace.Submit("call")));
    }

    [Fact]
    public void A_closed_queue_that_refuses_says_when_it_opens()
    {
        var workspace = new Workspace(Open("09:00", "17:00", OverflowRule.Refusal));

        var refused = workspace.Try(New("call"));

        Assert.Equal((Reason.QueueClosed, "2027-01-15T09:00:00Z", "3600"), (refused.Reason, refused.Metadata["opens_at"], refused.Metadata["retry_after_seconds"]));
        Assert.Equal(Reason.QueueClosed, workspace.Refusal(New("call")));
        Assert.False(workspace.After(Hour).Try(New("call")).IsRefused);
    }

    [Fact]
    public void A_closed_queue_that_never_opens_again_refuses()
    {
        var policy = Rules.WithService(q => q with { Hours = Openings.Daily("09:00", "17:00") with { Week = [], Days = [Openings.OneOff("2027-01-14", "09:00", "17:00")] } });

        var refused = new Workspace(policy).Try(New("call"));

        Assert.Equal((Reason.QueueClosed, false), (refused.Reason, refused.Metadata.ContainsKey("opens_at")));
    }

    [Fact]
    public void A_closed_queue_sends_on_to_one_that_is_open()
    {
        var policy = Open("09:00", "17:00", new(OverflowKind.Queue, "night"));
        policy = policy with { Queues = [Rules.Queue("night"), .. policy.Queues] };
        var workspace = new Workspace(policy).Agent("ann", p => p with { Queues = ["night"] });

        var call = workspace.Submit("call");

        Assert.Equal((TicketState.Offered, "night"), (workspace.State(call), workspace.Ticket(call).Content.Queue));
        Assert.Equal([(Rules.Service, "night")], workspace.FactsOf<TicketOverflowed>().Select(f => (f.From, f.To)));
        Assert.Equal(EntryCause.Overflowed, workspace.FactsOf<TicketEntered>().Single().Cause);
    }

    [Fact]
    public void A_ticket_that_was_scheduled_into_closed_hours_waits_on_until_the_opening()
    {
        var workspace = new Workspace(Open("09:00", "17:00", OverflowRule.Refusal)).Agent("ann");
        var call = workspace.Submit("call", startsIn: 600);

        workspace.After(600);

        Assert.Equal((TicketState.Scheduled, 3_000_000L), (workspace.State(call), workspace.Ticket(call).StartsAt - workspace.Now));
        Assert.Equal(TicketState.Offered, workspace.After(3_000).State(call));
    }

    [Fact]
    public void A_customer_who_leaves_before_the_opening_has_abandoned()
    {
        var workspace = new Workspace(Open("09:00", "17:00"));
        var call = workspace.Submit("call");

        workspace.End(call);

        Assert.Equal(TicketState.Abandoned, workspace.State(call));
        workspace.After(2 * Hour);
        Assert.Empty(workspace.FactsOf<TicketEntered>());
    }

    [Fact]
    public void Emails_enter_at_any_hour_and_are_due_after_open_hours_alone()
    {
        var workspace = new Workspace(Open("09:00", "11:00", OverflowRule.Refusal));

        var email = workspace.Submit("email", c => c with { Priority = 1 });

        // Four hours of two a day from nine on: at eleven of the next day.
        Assert.Equal((TicketState.Queued, 27.0 * Hour), (workspace.State(email), (workspace.Ticket(email).DueAt - workspace.Now) / 1_000.0));
        Assert.Equal(0, workspace.Ticket(email).HeadStartMs);
    }

    [Fact]
    public void A_policy_that_opens_the_queue_earlier_lets_in_who_waits_for_the_opening()
    {
        var workspace = new Workspace(Open("09:00", "17:00")).Agent("ann");
        var call = workspace.Submit("call");

        workspace.Change(_ => Open("08:30", "17:00"));
        workspace.Reload().After(0);
        Assert.Equal(30 * 60_000, workspace.Ticket(call).StartsAt - workspace.Now);
        workspace.Change(_ => Rules.Standard);

        Assert.Equal(TicketState.Offered, workspace.After(0).State(call));
    }

    [Fact]
    public void A_ticket_that_is_moved_from_a_closed_queue_enters_an_open_one_at_once()
    {
        var policy = Open("09:00", "17:00");
        var workspace = new Workspace(policy with { Queues = [Rules.Queue("night"), .. policy.Queues] }).Agent("ann", p => p with { Queues = ["night"] });
        var call = workspace.Submit("call");

        workspace.Do(new MoveTickets([call], SkipRefused: false, "", null, "night"));

        Assert.Equal(TicketState.Offered, workspace.After(0).State(call));
    }

    private static Submit New(string channel) => new(new TicketContent { Source = "test", ExternalId = "one", Channel = channel, Queue = Rules.Service });

    private static WorkspacePolicy Open(string opens, string closes, OverflowRule? whenClosed = null) =>
        Rules.WithService(q => q with { Hours = Openings.Daily(opens, closes, whenClosed) });
}
