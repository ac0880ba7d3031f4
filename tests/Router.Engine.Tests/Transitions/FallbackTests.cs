using Router.Engine.Commands;
using Router.Engine.Events;
using Router.Engine.Policies;
using Router.Engine.Tests.Scaffold;
using Router.Engine.Tickets;

namespace Router.Engine.Tests.Transitions;

public sealed class FallbackTests
{
    private const string Desk = "desk";

    [Fact]
    public void A_ticket_that_nobody_could_ever_serve_goes_to_the_queue_for_such()
    {
        var workspace = new Workspace(Policy()).Agent("ann", Serving(Rules.Service)).Agent("bob", Serving(Desk));

        var call = Submit(workspace);

        Assert.Equal((TicketState.Offered, "bob", Desk), (workspace.State(call), workspace.Holder(call), workspace.Ticket(call).Content.Queue));
        Assert.Equal(["tlh"], workspace.Ticket(call).Content.Languages.Select(l => l.Tag));
        Assert.Equal([true, false], workspace.FactsOf<RoutabilityChanged>().Select(f => f.Unroutable));
        Assert.Equal([EntryCause.Submitted, EntryCause.Overflowed], workspace.FactsOf<TicketEntered>().Select(f => f.Cause));
        Assert.Equal([workspace.Ticket(call).DueAt], workspace.FactsOf<TicketEntered>().Select(f => f.DueAt).Distinct());
    }

    [Fact]
    public void It_stays_where_nobody_could_serve_it_there_either_and_goes_when_somebody_can()
    {
        var workspace = new Workspace(Policy()).Agent("ann", Serving(Rules.Service));
        var call = Submit(workspace);
        Assert.Equal((Rules.Service, true), (workspace.Ticket(call).Content.Queue, workspace.Ticket(call).Unroutable));

        workspace.Reload().After(5).Register("bob", Serving(Desk));
        workspace.Reload().After(0);

        Assert.Equal((Desk, false), (workspace.Ticket(call).Content.Queue, workspace.Ticket(call).Unroutable));
    }

    [Fact]
    public void It_goes_when_the_last_who_could_serve_it_is_gone()
    {
        var workspace = new Workspace(Policy()).Register("ann", Serving(Rules.Service)).Register("bob", Serving(Desk))
            .Register("kang", p => Serving(Rules.Service)(p) with { Languages = new Dictionary<string, int> { ["tlh"] = 5 } });
        var call = Submit(workspace);
        Assert.Equal(Rules.Service, workspace.Ticket(call).Content.Queue);

        workspace.Do(new DeleteAgent("kang"));
        workspace.After(0);

        Assert.Equal(Desk, workspace.Ticket(call).Content.Queue);
    }

    [Fact]
    public void Tickets_of_a_queue_without_agents_go_there_too_after_one_alarm()
    {
        var workspace = new Workspace(Policy()).Register("bob", Serving(Desk));

        string[] calls = [workspace.Submit("call"), workspace.Submit("call")];
        workspace.After(0);

        Assert.All(calls, c => Assert.Equal(Desk, workspace.Ticket(c).Content.Queue));
        Assert.Equal([Rules.Service], workspace.FactsOf<QueueStaffingChanged>().Select(f => f.Queue));
        Assert.Empty(workspace.FactsOf<RoutabilityChanged>());
    }

    [Fact]
    public void A_thousand_such_tickets_go_in_slices()
    {
        var workspace = new Workspace(Policy()).Register("ann", Serving(Rules.Service));
        for (var i = 0; i < 1_000; i++)
        {
            Submit(workspace);
        }

        workspace.Engine.Apply(new PutAgent(new Agents.AgentProfile { Id = "bob", Queues = [Desk] }), workspace.Now);
        Assert.Equal(0, workspace.Engine.LiveRows().Where(r => r.Queue == Desk).Sum(r => r.Waiting));
        Assert.True(workspace.Engine.Advance(workspace.Now, 500));
        Assert.Equal(500, workspace.Engine.LiveRows().Where(r => r.Queue == Desk).Sum(r => r.Waiting));
        Assert.False(workspace.Engine.Advance(workspace.Now, 501));
        Assert.Equal(1_000, workspace.Engine.LiveRows().Where(r => r.Queue == Desk).Sum(r => r.Waiting));
    }

    [Fact]
    public void Moved_elsewhere_it_asks_for_what_it_asked_for_before()
    {
        var workspace = new Workspace(Policy()).Register("ann", Serving(Rules.Service)).Register("bob", Serving(Desk));
        var call = Submit(workspace);

        workspace.Do(new MoveTickets([call], SkipRefused: false, "", null, Rules.Service));

        Assert.Equal(["tlh"], workspace.Ticket(call).Steps[0].Requirement.Languages.Select(l => l.Tag));
        Assert.Equal(Desk, workspace.After(0).Ticket(call).Content.Queue);
    }

    [Fact]
    public void A_queue_for_such_tickets_that_is_not_there_is_a_mistake() =>
        Assert.Equal(
            [(Reason.UnknownQueue, "workspace.unroutable_queue")],
            new Workspace().Engine.Mistakes(Rules.Standard with { UnroutableQueue = "nowhere" }).Select(m => (m.Reason, m.Path)));

    [Fact]
    public void A_ticket_waits_as_long_as_its_queue_says_where_its_submit_says_nothing()
    {
        var workspace = new Workspace(Rules.WithService(q => q with { TimeToLiveSeconds = 60 }));
        var (usual, own) = (workspace.Submit("call"), workspace.Submit("call", timeToLive: 90));

        workspace.Reload().After(60);

        Assert.Equal((TicketState.Expired, TicketState.Queued), (workspace.State(usual), workspace.State(own)));
        Assert.Equal(TicketState.Expired, workspace.After(30).State(own));
    }

    private static string Submit(Workspace workspace)
    {
        var call = workspace.Submit("call", c => c with { Languages = [new("tlh", 4, 0)] });
        workspace.After(0);
        return call;
    }

    private static Func<Agents.AgentProfile, Agents.AgentProfile> Serving(string queue) => p => p with { Queues = [queue] };

    private static WorkspacePolicy Policy() => Rules.Standard with { Queues = [Rules.Queue(Desk), .. Rules.Standard.Queues], UnroutableQueue = Desk };
}
