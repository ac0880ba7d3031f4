using Router.Engine.Commands;
using Router.Engine.Events;
using Router.Engine.Policies;
using Router.Engine.Records;
using Router.Engine.Tests.Scaffold;
using Router.Engine.Tickets;

namespace Router.Engine.Tests.Transitions;

/// <summary>A published policy reaches the tickets that wait.</summary>
public sealed class RenewTests
{
    private static readonly QueueStep AnybodyAtOnce = new() { AfterMs = 1_000, DropAllSkills = true };

    [Fact]
    public void A_waiting_ticket_gets_the_steps_of_a_policy_that_is_published_and_keeps_its_due_time()
    {
        var workspace = new Workspace().Agent("ann");
        var call = workspace.Submit("call", c => c with { Skills = [new("billing", 3)] });
        var dueAt = workspace.Ticket(call).DueAt;
        workspace.After(5).Change(_ => Rules.WithService(q => q with { Steps = [AnybodyAtOnce], Channels = [new("call", TargetSeconds: 99)] }));
        Assert.Equal("", workspace.Holder(call));
        workspace.After(0.001);
        Assert.Equal(("ann", dueAt, 1), (workspace.Holder(call), workspace.Ticket(call).DueAt, workspace.Ticket(call).Step));
        Assert.Contains(workspace.FactsOf<TicketChanged>(), f => f is { What: FactKind.PolicyApplied, By: null } && f.TicketId == call);
    }

    [Fact]
    public void Repriced_tickets_go_by_the_targets_and_head_starts_of_the_new_policy()
    {
        var workspace = new Workspace();
        var first = workspace.Submit("chat");
        var gold = workspace.After(1).Submit("chat", c => c with { Segment = "gold" });
        Publish(workspace, q => q with { SegmentHeadStart = new Dictionary<string, int> { ["gold"] = 30 }, Channels = [new("chat", TargetSeconds: 100)] }, reprice: true);
        workspace.After(0.1);
        Assert.Equal(workspace.Ticket(first).EnteredAt + 100_000, workspace.Ticket(first).DueAt);
        Assert.Equal(workspace.Ticket(gold).EnteredAt + 70_000, workspace.Ticket(gold).DueAt);
        Assert.Equal((1, 2), (workspace.Engine.Place(gold)!.Position, workspace.Engine.Place(first)!.Position));
        workspace.Agent("ann");
        Assert.Equal("ann", workspace.Holder(gold));
    }

    [Fact]
    public void A_ticket_that_was_handed_over_is_not_put_later_by_new_targets()
    {
        var workspace = new Workspace(Rules.WithoutWrapUp).Agent("ann");
        var chat = workspace.Submit("chat");
        workspace.Accept(chat);
        workspace.Do(new Transfer("ann", chat, 1, new HandoverTarget(Rules.Service, null, []), ""));
        var dueAt = workspace.Ticket(chat).DueAt;
        Publish(workspace, q => q with { Channels = [new("chat", TargetSeconds: 900)] }, reprice: true);
        Assert.Equal(dueAt, workspace.After(0.1).Ticket(chat).DueAt);
    }

    [Fact]
    public void A_ticket_on_offer_or_in_hand_follows_too_and_stays_where_it_is()
    {
        var workspace = new Workspace().Agent("ann").Agent("bob");
        var held = workspace.Submit("call");
        workspace.Accept(held);
        var offered = workspace.Submit("call");
        Publish(workspace, q => q with { Steps = [AnybodyAtOnce, new() { AfterMs = 9_000, Queue = Rules.Service, LowerSkillLevels = 1 }], Skills = [new("billing", 2)] }, reprice: false);
        workspace.After(0.1);
        Assert.Equal((TicketState.Assigned, TicketState.Offered), (workspace.State(held), workspace.State(offered)));
        Assert.All([held, offered], id => Assert.Equal("billing", Assert.Single(workspace.Ticket(id).Steps[0].Requirement.Skills).Name));
    }

    [Fact]
    public void A_scheduled_ticket_enters_by_the_rules_in_force_then()
    {
        var workspace = new Workspace();
        var call = workspace.Submit("call", startsIn: 60);
        Publish(workspace, q => q with { Steps = [AnybodyAtOnce], Skills = [new("billing", 2)] }, reprice: false);
        workspace.After(61);
        Assert.Equal(2, workspace.Ticket(call).Steps.Count);
    }

    [Fact]
    public void Many_tickets_are_reached_in_slices_with_a_cursor_that_is_saved()
    {
        var workspace = WithWaiting(1_200);
        Publish(workspace, q => q with { Steps = [AnybodyAtOnce], Skills = [new("billing", 2)] }, reprice: true);
        Assert.Equal(0, Reached(workspace));
        workspace.After(0.001);
        Assert.Equal(500, Reached(workspace));
        Assert.Equal((500, 1_200), (Meta(workspace)!.After, Meta(workspace)!.Last));
        workspace.Reload().After(0.02);
        Assert.Equal(1_000, Reached(workspace));
        workspace.Reload().After(0.02);
        Assert.Equal(1_200, Reached(workspace));
        Assert.Null(Meta(workspace));
    }

    [Fact]
    public void A_second_policy_finishes_the_due_times_that_the_first_was_asked_for()
    {
        var workspace = WithWaiting(600);
        Publish(workspace, q => q with { Channels = [new("chat", TargetSeconds: 100)] }, reprice: true);
        workspace.After(0.001);
        Publish(workspace, q => q with { Channels = [new("chat", TargetSeconds: 200)] }, reprice: false);
        workspace.After(1);
        var targets = workspace.Saved.Open.Values.CountBy(t => t.DueAt - t.EnteredAt).OrderBy(g => g.Key).Select(g => (g.Key, g.Value));
        Assert.Equal([(100_000, 500), (200_000, 100)], targets);
    }

    private static Workspace WithWaiting(int count)
    {
        var workspace = new Workspace();
        for (var i = 0; i < count; i++)
        {
            workspace.Submit("chat");
        }

        return workspace;
    }

    private static void Publish(Workspace workspace, Func<QueuePolicy, QueuePolicy> change, bool reprice) =>
        workspace.Do(new ChangePolicy(_ => Rules.WithService(change), Reprice: reprice));

    private static int Reached(Workspace workspace) => workspace.FactsOf<TicketChanged>().Count;

    private static RenewalRecord? Meta(Workspace workspace) => workspace.Saved.Load().Meta.Renewal;
}
