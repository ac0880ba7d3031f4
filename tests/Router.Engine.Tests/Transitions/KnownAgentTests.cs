using Router.Engine.Agents;
using Router.Engine.Commands;
using Router.Engine.Events;
using Router.Engine.Policies;
using Router.Engine.State;
using Router.Engine.Tests.Scaffold;
using Router.Engine.Tickets;

namespace Router.Engine.Tests.Transitions;

public sealed class KnownAgentTests
{
    private static readonly WorkspacePolicy Policy = Rules.WithoutWrapUp with
    {
        CustomerMemorySeconds = 3_600,
        Queues = [Rules.Queue(Rules.Service) with { Steps = [new QueueStep { AfterMs = 0, IsKnownAgent = true }, new QueueStep { AfterMs = 30_000 }] }],
    };

    private readonly Workspace _workspace = new Workspace(Policy).Agent("ann").Agent("bob");

    [Fact]
    public void Who_last_served_the_customer_gets_his_next_ticket_though_another_has_been_idle_longer()
    {
        var agent = Served("dan");
        var call = _workspace.Reload().Submit("call", ByDan);
        Assert.Equal(agent, _workspace.Holder(call));
        Assert.Equal(WantedCause.KnownAgent, Assert.Single(_workspace.FactsOf<AgentWanted>()).Cause);
    }

    [Fact]
    public void It_waits_for_him_as_long_as_the_step_lasts_when_he_will_be_free_by_then()
    {
        var agent = Served("dan");
        var busy = Given(agent);
        _workspace.After(280);
        _workspace.Agent("cid");
        var call = _workspace.Submit("call", ByDan);
        Assert.Equal(TicketState.Queued, _workspace.State(call));
        _workspace.After(29.999);
        Assert.Equal(TicketState.Queued, _workspace.State(call));
        Assert.NotEqual(agent, _workspace.After(0.001).Holder(call));
        Assert.Equal(agent, _workspace.Holder(busy));
    }

    [Fact]
    public void It_does_not_wait_for_him_when_his_own_wait_is_longer()
    {
        var agent = Served("dan");
        Given(agent);
        var call = _workspace.Submit("call", ByDan);
        Assert.NotEqual("", _workspace.Holder(call));
        Assert.DoesNotContain(_workspace.FactsOf<AgentWanted>(), f => f.TicketId == call);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Nor_when_that_is_for_a_call_that_he_is_asked_to_join_or_has_joined(bool joins)
    {
        var workspace = new Workspace(Policy.WithChannel("email", c => c with { HandleSeconds = 20 })).Agent("bob");
        var call = workspace.Submit("call");
        workspace.Accept(call);
        Serve(workspace.Agent("ann"), "dan");
        workspace.Do(new StartConsult("bob", call, 1, new("", null, [], "ann"), ""));
        if (joins)
        {
            workspace.Do(new Accept("ann", call, 2));
        }

        Assert.Equal("", workspace.Ticket(workspace.Submit("email", ByDan)).WantedAgentId);
    }

    [Theory]
    [InlineData("signed out")]
    [InlineData("away")]
    [InlineData("no longer serves it")]
    public void It_does_not_wait_for_him_when_he_is_not_there(string why)
    {
        var agent = Served("dan");
        switch (why)
        {
            case "signed out":
                _workspace.SignOut(agent);
                break;
            case "away":
                _workspace.Away(agent, atOnce: true);
                break;
            default:
                _workspace.Change(p => p with { Queues = [.. p.Queues, Rules.Queue("loans")] });
                _workspace.Register(agent, p => p with { Queues = ["loans"] });
                break;
        }

        Assert.NotEqual(agent, _workspace.Holder(_workspace.Submit("call", ByDan)));
    }

    [Fact]
    public void The_call_that_he_hands_over_is_no_longer_in_his_way_when_only_he_may_have_it_again()
    {
        var workspace = new Workspace(Policy).Agent("ann");
        Serve(workspace, "dan");
        var call = workspace.Submit("call", ByDan);
        workspace.Accept(call);
        workspace.Do(new Transfer("ann", call, 1, new(Rules.Service, null, []), ""));
        Assert.Equal("ann", workspace.Ticket(call).WantedAgentId);
    }

    [Fact]
    public void On_demand_it_waits_for_him_only_if_he_asks_for_its_channel()
    {
        var workspace = new Workspace(Policy).Agent("ann");
        Serve(workspace, "dan");
        workspace.Do(new SetPresence("ann", Presence.OnDemand, "", AtOnce: true));
        workspace.Do(new Take("ann", ["chat"]));
        Assert.Equal("", workspace.Ticket(workspace.Submit("call", ByDan)).WantedAgentId);
        Assert.Equal("ann", workspace.Ticket(workspace.Submit("chat", ByDan)).WantedAgentId);
    }

    [Fact]
    public void Who_is_named_at_submit_comes_before_who_served_last()
    {
        var agent = Served("dan");
        var other = agent == "ann" ? "bob" : "ann";
        Assert.Equal(other, _workspace.Holder(_workspace.Submit("call", c => c with { CustomerId = "dan", KnownAgentId = other })));
    }

    [Fact]
    public void Where_no_step_says_so_nobody_is_preferred()
    {
        _workspace.Change(p => p with { Queues = [Rules.Queue(Rules.Service)] });
        var agent = Served("dan");
        Assert.NotEqual(agent, _workspace.Holder(_workspace.Submit("call", ByDan)));
    }

    [Fact]
    public void A_caller_cut_off_who_is_back_within_3_minutes_gets_his_agent_and_his_place()
    {
        _workspace.Change(p => p with { Queues = [Rules.Queue(Rules.Service)] });
        var call = _workspace.Submit("call", ByDan);
        _workspace.Accept(call);
        var (agent, due) = (_workspace.Holder(call), _workspace.Ticket(call).DueAt);
        _workspace.End(call);
        _workspace.After(180);
        var again = _workspace.Reload().Submit("call", ByDan);
        Assert.Equal((agent, due), (_workspace.Holder(again), _workspace.Ticket(again).DueAt));
        Assert.Equal(WantedCause.CutOff, Assert.Single(_workspace.FactsOf<AgentWanted>()).Cause);
    }

    [Theory]
    [InlineData(0, 0, false)]
    [InlineData(600, 600, true)]
    [InlineData(600, 601, false)]
    public void How_soon_he_has_to_be_back_is_policy(int within, int after, bool isAwaited)
    {
        _workspace.Change(p => p with { Queues = [Rules.Queue(Rules.Service)], BackWithinSeconds = within });
        var call = _workspace.Submit("call", ByDan);
        _workspace.Accept(call);
        _workspace.End(call);
        _workspace.After(after).Submit("call", ByDan);
        Assert.Equal(isAwaited, _workspace.FactsOf<AgentWanted>().Count == 1);
    }

    [Fact]
    public void Later_or_on_another_channel_he_is_a_new_caller()
    {
        _workspace.Change(p => p with { Queues = [Rules.Queue(Rules.Service)] });
        var call = _workspace.Submit("call", ByDan);
        _workspace.Accept(call);
        _workspace.End(call);
        _workspace.Submit("chat", ByDan);
        _workspace.After(180.001);
        _workspace.Submit("call", ByDan);
        Assert.Empty(_workspace.FactsOf<AgentWanted>());
    }

    [Fact]
    public void A_ticket_without_a_language_is_in_the_customers_last_one()
    {
        _workspace.Register("ann", p => p with { Languages = new Dictionary<string, int> { ["he"] = 5 } });
        var first = _workspace.Submit("call", c => c with { CustomerId = "dan", Languages = [new("he", 3, 0)] });
        _workspace.Accept(first);
        _workspace.Complete(first);
        var next = _workspace.Reload().Submit("call", ByDan);
        Assert.Equal([new LanguageNeed("he", 1, 0)], _workspace.Ticket(next).Content.Languages);
    }

    [Fact]
    public void What_is_remembered_ends_with_its_time_and_with_the_policy_that_wanted_it()
    {
        var agent = Served("dan");
        _workspace.After(3_600.001);
        Assert.NotEqual(agent, _workspace.Holder(_workspace.Submit("call", ByDan)));
        Assert.Empty(_workspace.FactsOf<AgentWanted>());
        Served("eve");
        _workspace.Change(p => p with { CustomerMemorySeconds = 0 });
        Assert.Empty(_workspace.Saved.Customers);
    }

    [Fact]
    public void So_many_customers_are_remembered_and_no_more()
    {
        var memory = new CustomerMemory();
        for (var i = 0; i < CustomerMemory.Most; i++)
        {
            memory.Put(new() { Id = $"{i}", At = i });
        }

        var workspace = new Workspace(Policy with { CustomerMemorySeconds = 1 }).Agent("ann");
        Serve(workspace, "dan");
        workspace.After(2);
        Serve(workspace, "eve");
        Assert.Equal(("0", "eve"), (memory.Oldest.Record.Id, workspace.Saved.Customers.Keys.Single()));
    }

    private static TicketContent ByDan(TicketContent content) => content with { CustomerId = "dan" };

    private static string Serve(Workspace workspace, string customer)
    {
        var call = workspace.Submit("call", c => c with { CustomerId = customer });
        workspace.Accept(call);
        var agent = workspace.Holder(call);
        workspace.After(1).Complete(call);
        return agent;
    }

    private string Served(string customer) => Serve(_workspace, customer);

    private string Given(string agent)
    {
        var call = _workspace.Submit("call", c => c with { KnownAgentId = agent });
        _workspace.Accept(call);
        Assert.Equal(agent, _workspace.Holder(call));
        return call;
    }
}
