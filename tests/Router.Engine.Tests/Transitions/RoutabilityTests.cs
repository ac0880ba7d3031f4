using Router.Engine.Commands;
using Router.Engine.Events;
using Router.Engine.Tests.Scaffold;
using Router.Engine.Tickets;

namespace Router.Engine.Tests.Transitions;

public sealed class RoutabilityTests
{
    [Fact]
    public void What_no_profile_could_serve_is_flagged_at_once_and_signed_in_or_not_does_not_matter()
    {
        var workspace = new Workspace().Register("ann");
        Assert.False(workspace.Ticket(workspace.Submit("call")).Unroutable);
        var unroutable = workspace.Submit("call", Loans);
        Assert.True(workspace.Ticket(unroutable).Unroutable);
        Assert.Equal([(unroutable, true)], workspace.FactsOf<RoutabilityChanged>().Select(f => (f.TicketId, f.Unroutable)));
    }

    [Fact]
    public void A_later_step_that_somebody_could_serve_is_enough()
    {
        var workspace = new Workspace(Rules.WithService(q => q with { Steps = [new() { AfterMs = 60_000, DropAllSkills = true }] })).Register("ann");
        Assert.False(workspace.Ticket(workspace.Submit("call", Loans)).Unroutable);
    }

    [Fact]
    public void A_profile_whose_capacity_never_holds_the_channel_serves_nobody()
    {
        var workspace = new Workspace().Register("ann", p => p with { Channels = [new("call", 100, 0)] });
        Assert.True(workspace.Ticket(workspace.Submit("call")).Unroutable);
        Assert.False(workspace.Ticket(workspace.Submit("chat")).Unroutable);
        workspace.Register("ann", p => p with { Capacity = 99 });
        Assert.True(workspace.Ticket(workspace.Submit("call")).Unroutable);
    }

    [Fact]
    public void A_new_profile_takes_the_flag_off()
    {
        var workspace = new Workspace().Register("ann");
        var call = workspace.Submit("call", Loans);
        workspace.Register("bob", WithLoans).After(0);
        Assert.False(workspace.Ticket(call).Unroutable);
        Assert.Equal([true, false], workspace.FactsOf<RoutabilityChanged>().Select(f => f.Unroutable));
    }

    [Fact]
    public void A_profile_that_goes_flags_the_waiting()
    {
        var workspace = new Workspace().Register("ann").Register("bob", WithLoans);
        var calls = new[] { workspace.Submit("call", Loans), workspace.Submit("call", Loans) };
        workspace.Do(new DeleteAgent("bob"));
        workspace.After(0);
        Assert.Equal(calls, workspace.FactsOf<RoutabilityChanged>().Where(f => f.Unroutable).Select(f => f.TicketId));
    }

    [Fact]
    public void A_policy_that_takes_a_channel_from_everybody_flags_the_waiting()
    {
        var workspace = new Workspace().Register("ann");
        var call = workspace.Submit("call");
        workspace.Change(p => p.WithChannel("call", c => c with { Max = 0 }));
        Assert.True(workspace.After(0).Ticket(call).Unroutable);
    }

    [Fact]
    public void Flags_go_in_slices()
    {
        var workspace = new Workspace().Register("ann");
        for (var i = 0; i < 10; i++)
        {
            workspace.Submit("call", Loans);
        }

        workspace.Register("bob", WithLoans);
        Assert.Equal(workspace.Now, workspace.Engine.NextDeadline);
        Assert.True(workspace.Engine.Advance(workspace.Now, 4));
        Assert.Equal(4, workspace.Engine.TakeChanges().Facts.Count);
    }

    [Fact]
    public void Without_any_agent_there_is_one_alarm_for_the_queue()
    {
        var workspace = new Workspace();
        for (var i = 0; i < 5; i++)
        {
            workspace.Submit("call");
        }

        var alarm = Assert.Single(workspace.FactsOf<QueueStaffingChanged>());
        Assert.Equal((Rules.Service, false), (alarm.Queue, alarm.HasAgents));
        Assert.Empty(workspace.FactsOf<RoutabilityChanged>());
        workspace.Reload().Submit("call");
        Assert.Single(workspace.FactsOf<QueueStaffingChanged>());

        workspace.Register("ann");
        Assert.True(workspace.FactsOf<QueueStaffingChanged>()[^1].HasAgents);
    }

    [Fact]
    public void With_agents_for_other_queues_alone_it_is_without_agents()
    {
        var policy = Rules.Standard with { Queues = [Rules.Queue("other"), Rules.Queue(Rules.Service)] };
        var workspace = new Workspace(policy).Register("ann", p => p with { Queues = ["other"] });
        workspace.Submit("call");
        Assert.Equal(Rules.Service, Assert.Single(workspace.FactsOf<QueueStaffingChanged>()).Queue);
    }

    [Fact]
    public void An_agent_for_the_queue_who_could_not_serve_turns_the_alarm_into_flags()
    {
        var workspace = new Workspace();
        var call = workspace.Submit("call", Loans);
        workspace.Register("ann").After(0);
        Assert.True(workspace.Ticket(call).Unroutable);
    }

    [Fact]
    public void A_parked_ticket_whose_needs_a_supervisor_changes_is_routable_at_once_and_a_loaded_engine_waits_as_long()
    {
        var workspace = new Workspace().Agent("ann");
        var call = workspace.Submit("call", Loans);
        workspace.Do(new AssignTickets([call], false, "", null, "ann", PastCapacity: false));
        workspace.Park(call, seconds: 30);
        Assert.True(workspace.Ticket(call).Unroutable);

        workspace.Do(new ChangeTicketNeeds([call], false, "", null, [], []));

        Assert.False(workspace.Ticket(call).Unroutable);
        Assert.Equal([true, false], workspace.FactsOf<RoutabilityChanged>().Select(f => f.Unroutable));
        var next = workspace.Engine.NextDeadline;
        Assert.Equal(next, workspace.Reload().Engine.NextDeadline);
    }

    private static TicketContent Loans(TicketContent content) => content with { Skills = [new("loans", 2)] };

    private static Agents.AgentProfile WithLoans(Agents.AgentProfile profile) =>
        profile with { Skills = new Dictionary<string, int> { ["loans"] = 2 } };
}
