using Router.Engine.Commands;
using Router.Engine.Events;
using Router.Engine.Policies;
using Router.Engine.Tests.Scaffold;
using Router.Engine.Tickets;

namespace Router.Engine.Tests.Matching;

/// <summary>Exclusive work does not starve behind concurrent work.</summary>
public sealed class HoldTests
{
    [Fact]
    public void Among_endless_chats_a_call_is_offered_as_soon_as_the_held_agent_is_empty()
    {
        var workspace = new Workspace(Rules.WithoutWrapUp).Agent("ann").Agent("bob").Agent("cid");
        var chats = Enumerable.Range(0, 9).Select(_ => Chat(workspace)).ToList();
        Assert.All(chats, c => Assert.Equal(TicketState.Assigned, workspace.State(c)));

        var call = workspace.After(1).Submit("call");
        var held = workspace.Ticket(call).HeldAgentId;
        var ofHeld = workspace.View(held).Tickets.Select(t => t.Id).ToHashSet();
        foreach (var chat in chats.OrderBy(ofHeld.Contains))
        {
            Assert.Equal(TicketState.Queued, workspace.State(call));
            Chat(workspace.After(1));
            workspace.Complete(chat);
            foreach (var offered in workspace.Saved.Open.Values.Where(t => t.State == TicketState.Offered && t.Id != call).ToList())
            {
                Assert.NotEqual(held, offered.AgentId);
                workspace.Accept(offered.Id);
            }
        }

        Assert.Equal((TicketState.Offered, held), (workspace.State(call), workspace.Holder(call)));
    }

    [Fact]
    public void A_call_that_waits_holds_the_agent_with_the_least_load()
    {
        var workspace = new Workspace().Agent("ann").Agent("bob");
        Chat(workspace);
        Chat(workspace);
        Chat(workspace);
        var call = workspace.Submit("call");
        Assert.Equal("bob", workspace.Ticket(call).HeldAgentId);
        Assert.Equal((call, "bob"), (workspace.FactsOf<AgentHeld>()[0].TicketId, workspace.FactsOf<AgentHeld>()[0].AgentId));
    }

    [Fact]
    public void As_many_agents_are_held_as_calls_wait()
    {
        var workspace = new Workspace().Agent("ann").Agent("bob").Agent("cid");
        Chat(workspace);
        Chat(workspace);
        Chat(workspace);
        var held = Enumerable.Range(0, 4).Select(_ => workspace.Ticket(workspace.Submit("call")).HeldAgentId).ToList();
        Assert.Equal(["ann", "bob", "cid", ""], held.OrderBy(h => h.Length == 0).ThenBy(h => h, StringComparer.Ordinal));
        Assert.Equal(TicketState.Queued, workspace.State(Chat(workspace)));
    }

    [Fact]
    public void With_an_idle_agent_nobody_is_held()
    {
        var workspace = new Workspace().Agent("ann").Agent("bob");
        Chat(workspace);
        workspace.Submit("call");
        Assert.Empty(workspace.FactsOf<AgentHeld>());
    }

    [Fact]
    public void An_agent_at_a_call_is_not_held()
    {
        var workspace = new Workspace().Agent("ann");
        workspace.Accept(workspace.Submit("call"));
        workspace.Submit("call");
        Assert.Empty(workspace.FactsOf<AgentHeld>());
    }

    [Fact]
    public void An_agent_who_may_not_serve_the_call_is_not_held()
    {
        var workspace = new Workspace().Agent("ann").Agent("bob", p => p with { Channels = [new("call", 100, 0)] });
        workspace.Submit("call", c => c with { Skills = [new("loans", 1)] });
        Chat(workspace);
        Chat(workspace);
        workspace.Submit("call");
        Assert.Equal("ann", Assert.Single(workspace.FactsOf<AgentHeld>()).AgentId);
    }

    [Fact]
    public void A_chat_that_is_due_before_the_call_goes_to_the_held_agent()
    {
        var workspace = new Workspace(Rules.WithService(q => q with { SegmentHeadStart = new Dictionary<string, int> { ["gold"] = 600 } })).Agent("ann");
        Chat(workspace);
        workspace.Submit("call");
        var urgent = workspace.Submit("chat", c => c with { Segment = "gold" });
        Assert.Equal("ann", workspace.Holder(urgent));
        Assert.Equal(TicketState.Queued, workspace.State(workspace.Submit("chat")));
    }

    [Fact]
    public void Email_is_not_what_a_hold_is_about()
    {
        var workspace = new Workspace(Rules.WithoutWrapUp).Agent("ann");
        workspace.Submit("email");
        workspace.Submit("call");
        Assert.Empty(workspace.FactsOf<AgentHeld>());
    }

    [Fact]
    public void The_hold_ends_after_twice_the_target_and_there_is_no_second_one()
    {
        var workspace = new Workspace().Agent("ann");
        Chat(workspace);
        var call = workspace.Submit("call");
        var chat = workspace.Submit("chat");
        Assert.Equal(TicketState.Queued, workspace.After(39.999).State(chat));
        Assert.Equal(TicketState.Offered, workspace.After(0.001).State(chat));
        Assert.Equal((TicketState.Queued, true, ""), (workspace.State(call), workspace.Ticket(call).HoldSpent, workspace.Ticket(call).HeldAgentId));
        workspace.Accept(chat);
        Assert.Equal(TicketState.Offered, workspace.Reload().State(workspace.Submit("chat")));
        Assert.Single(workspace.FactsOf<AgentHeld>());
    }

    [Fact]
    public void A_hold_that_began_when_the_agent_took_up_a_chat_ends_in_time_too()
    {
        var workspace = new Workspace(Rules.WithService(q => q with { SegmentHeadStart = new Dictionary<string, int> { ["gold"] = 600 } }));
        workspace.Submit("chat", c => c with { Segment = "gold" });
        var call = workspace.Submit("call");
        workspace.Agent("ann");
        Assert.Equal("ann", workspace.Ticket(call).HeldAgentId);
        workspace.Accept("1-1");
        Assert.Equal(workspace.Now + 40_000, workspace.Engine.NextDeadline);
        var waiting = workspace.Submit("chat");
        Assert.Equal(TicketState.Offered, workspace.After(40).State(waiting));
    }

    [Fact]
    public void When_another_agent_takes_the_call_the_held_one_goes_on_with_chats()
    {
        var workspace = new Workspace().Agent("ann");
        Chat(workspace);
        workspace.Submit("call");
        var chat = workspace.Submit("chat");
        workspace.Agent("bob");
        Assert.Equal("ann", workspace.Holder(chat));
        Assert.Equal("ann", Assert.Single(workspace.FactsOf<AgentReleased>()).AgentId);
    }

    [Fact]
    public void When_the_held_agent_goes_away_another_is_held()
    {
        var workspace = new Workspace().Agent("ann").Agent("bob");
        Chat(workspace);
        Chat(workspace);
        var call = workspace.Submit("call");
        var first = workspace.Ticket(call).HeldAgentId;
        workspace.Lose(first);
        Assert.Equal(first == "ann" ? "bob" : "ann", workspace.Ticket(call).HeldAgentId);
    }

    [Fact]
    public void Ties_of_load_and_idleness_are_broken_alike_before_and_after_a_reload()
    {
        foreach (var reload in new[] { false, true })
        {
            var workspace = new Workspace(Rules.WithChannel("chat", c => c with { Max = 1 }))
                .Agent("ann", p => p with { Languages = new Dictionary<string, int> { ["he"] = 5 } })
                .Agent("bob", p => p with { Languages = new Dictionary<string, int> { ["en"] = 5 } })
                .Register("cid", p => p with { Languages = new Dictionary<string, int> { ["en"] = 5 } });
            Chat(workspace);
            Chat(workspace);
            if (reload)
            {
                workspace.Reload();
            }

            Assert.Equal("bob", workspace.Ticket(workspace.Submit("call")).HeldAgentId);
        }
    }

    [Fact]
    public void Who_is_held_no_longer_as_another_takes_the_call_does_not_go_before_who_is_idle()
    {
        var workspace = new Workspace(Rules.WithChannel("chat", c => c with { AcceptMode = AcceptMode.Auto }) with { Queues = [Rules.Queue("a"), Rules.Queue("b"), Rules.Queue("c")] })
            .Agent("ann").Agent("bob", p => p with { Queues = ["b"] }).Agent("cid", p => p with { Queues = ["c"] });
        var first = Waiting("chat", "a");
        workspace.After(100);
        List<string> all = [first, Waiting("call", "b"), Waiting("chat", "c")];
        workspace.Do(new ChangeTicketNeeds(all, SkipRefused: false, "", new Actor(ActorKind.Supervisor, "boss"), [], []));
        Assert.Equal(["ann", "bob", "cid"], all.ConvertAll(workspace.Holder));

        string Waiting(string channel, string queue) => workspace.Submit(channel, c => c with { Queue = queue, Skills = [new("loans", 5)] });
    }

    private static string Chat(Workspace workspace)
    {
        var chat = workspace.Submit("chat");
        if (workspace.State(chat) == TicketState.Offered)
        {
            workspace.Accept(chat);
        }

        return chat;
    }
}
