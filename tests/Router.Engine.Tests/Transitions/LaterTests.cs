using Router.Engine.Commands;
using Router.Engine.Events;
using Router.Engine.Policies;
using Router.Engine.Tests.Scaffold;
using Router.Engine.Tickets;

namespace Router.Engine.Tests.Transitions;

/// <summary>Scheduled tickets at another time, and tickets that follow completed ones.</summary>
public sealed class LaterTests
{
    [Fact]
    public void A_scheduled_ticket_enters_at_its_new_time_and_not_at_the_old_one()
    {
        var workspace = new Workspace().Agent("ann");
        var call = workspace.Submit("call", startsIn: 60);
        workspace.Do(new Reschedule(call, workspace.Now + 120_000, new Actor(ActorKind.Adapter, "crm")));
        Assert.Equal(TicketState.Scheduled, workspace.Reload().After(61).State(call));
        Assert.Equal("ann", workspace.After(60).Holder(call));
        Assert.Contains(workspace.Ticket(call).History, h => h is { Kind: FactKind.TicketScheduled, By.Id: "crm" });
    }

    [Fact]
    public void Rescheduled_to_now_it_enters_its_queue_at_once()
    {
        var workspace = new Workspace().Agent("ann");
        var call = workspace.Submit("call", startsIn: 60);
        Assert.Equal(TicketState.Offered, workspace.Do(new Reschedule(call, 0)));
        Assert.Equal(Reason.WrongState, workspace.Refusal(new Reschedule(call, 0)));
        Assert.Equal(Reason.ScheduleOutOfRange, workspace.Refusal(new Reschedule(workspace.Submit("call", startsIn: 60), workspace.Now - 1)));
    }

    [Fact]
    public void An_agent_has_a_ticket_followed_by_one_of_the_same_customer_at_a_later_time()
    {
        var workspace = InHand(Rules.Standard, out var call);
        workspace.Do(new Complete("ann", call, 1, "", "", new FollowUpWish(workspace.Now + 60_000, "", "did it help?")));
        var next = workspace.Ticket(workspace.Ticket(call).Later!.FollowUpId);
        Assert.Equal((TicketState.Scheduled, call, "gil"), (next.State, next.Later!.FollowUpOf, next.Content.CustomerId));
        Assert.Equal($"{call}: did it help?", next.History[0].Detail);
        workspace.Reload().After(61);
        Assert.Equal(EntryCause.FollowUp, workspace.FactsOf<TicketEntered>()[^1].Cause);
    }

    [Fact]
    public void What_cannot_follow_is_refused_and_the_ticket_is_not_completed()
    {
        var workspace = InHand(Rules.Standard with { Queues = [Rules.Queue(Rules.Service), Rules.Queue("mail") with { Channels = [new("email")] }] }, out var call);
        Assert.Equal(Reason.UnknownQueue, workspace.Refusal(Followed(workspace, call, "nowhere")));
        Assert.Equal(Reason.ChannelNotTaken, workspace.Refusal(Followed(workspace, call, "mail")));
        Assert.Equal(Reason.ScheduleOutOfRange, workspace.Refusal(Followed(workspace, call, "", seconds: -1)));
        workspace.Do(Followed(workspace, call, ""));
        Assert.Equal(Reason.InvalidRequest, workspace.Refusal(Followed(workspace, call, "")));
    }

    [Fact]
    public void A_queue_has_its_tickets_followed_by_disposition_and_not_those_that_follow()
    {
        var policy = Rules.WithoutWrapUp with
        {
            Queues = [Rules.Queue(Rules.Service) with { Dispositions = [new("sold"), new("lost")], FollowUp = new(["sold"], 60, "") }],
        };
        var workspace = InHand(policy, out var call);
        workspace.Complete(call, "lost");
        Assert.Empty(workspace.FactsOf<FollowUpPlanned>());
        var sold = Serve(workspace);
        workspace.Complete(sold, "sold");
        var next = Assert.Single(workspace.FactsOf<FollowUpPlanned>()).FollowUpId;
        workspace.After(60).Accept(next);
        workspace.Complete(next, "sold");
        Assert.Single(workspace.FactsOf<FollowUpPlanned>());
    }

    [Fact]
    public void Every_mistake_of_a_follow_up_is_told()
    {
        var policy = Rules.Standard with
        {
            Queues =
            [
                Rules.Queue("a") with { Dispositions = [new("sold")], FollowUp = new(["bought"], 60, "nowhere") },
                Rules.Queue("b") with { FollowUp = new([], 60, "mail") },
                Rules.Queue("mail") with { Channels = [new("email")] },
            ],
        };
        var mistakes = new Workspace().Engine.Mistakes(policy).Select(m => (m.Path, m.Reason));
        Assert.Equal(
            [
                ("queues[0].follow_up.dispositions[0]", Reason.UnknownDisposition),
                ("queues[0].follow_up.queue", Reason.UnknownQueue),
                ("queues[1].follow_up.queue", Reason.ChannelNotTaken),
            ],
            mistakes);
    }

    private static Complete Followed(Workspace workspace, string call, string queue, double seconds = 60) =>
        new("ann", call, 1, "", "", new FollowUpWish(workspace.Now + (long)(seconds * 1_000), queue, ""));

    private static Workspace InHand(WorkspacePolicy policy, out string call)
    {
        var workspace = new Workspace(policy).Agent("ann");
        call = Serve(workspace);
        return workspace;
    }

    private static string Serve(Workspace workspace)
    {
        var call = workspace.Submit("call", c => c with { CustomerId = "gil" });
        workspace.Accept(call);
        return call;
    }
}
