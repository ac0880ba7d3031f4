using Router.Engine.Policies;
using Router.Engine.Tests.Scaffold;
using Router.Engine.Tickets;

namespace Router.Engine.Tests.Matching;

public sealed class CapacityTests
{
    [Fact]
    public void A_call_excludes_other_live_work_until_its_wrap_up_is_over()
    {
        var workspace = new Workspace().Agent("ann");
        var call = workspace.Submit("call");
        var chat = workspace.Submit("chat");
        Assert.Equal(TicketState.Queued, workspace.State(chat));
        workspace.Accept(call);
        Assert.Equal(TicketState.Queued, workspace.State(chat));
        workspace.Complete(call);
        Assert.Equal(TicketState.Queued, workspace.After(29.999).State(chat));
        Assert.Equal(TicketState.Offered, workspace.After(0.001).State(chat));
    }

    [Fact]
    public void Live_work_keeps_a_call_away()
    {
        var workspace = new Workspace().Agent("ann");
        workspace.Accept(workspace.Submit("chat"));
        Assert.Equal(TicketState.Queued, workspace.State(workspace.Submit("call")));
    }

    [Fact]
    public void A_channels_maximum_holds()
    {
        var workspace = new Workspace(Rules.WithChannel("chat", c => c with { Cost = 1, Max = 2 })).Agent("ann");
        Fill(workspace, 3);
        Assert.Equal(2, workspace.View("ann").Tickets.Count);
    }

    [Fact]
    public void The_total_holds()
    {
        var workspace = new Workspace(Rules.WithChannel("chat", c => c with { Cost = 34, Max = 10 })).Agent("ann");
        Fill(workspace, 3);
        Assert.Equal((2, 68), (workspace.View("ann").Tickets.Count, workspace.View("ann").CapacityUsed));
    }

    [Fact]
    public void A_profiles_own_numbers_come_before_the_workspaces()
    {
        var workspace = new Workspace().Agent("ann", p => p with { Capacity = 500, Channels = [new("chat", 100, 5)] });
        Fill(workspace, 6);
        Assert.Equal((5, 500), (workspace.View("ann").Tickets.Count, workspace.View("ann").CapacityUsed));
    }

    [Fact]
    public void An_open_offer_reserves()
    {
        var workspace = new Workspace(Rules.WithChannel("chat", c => c with { Cost = 60 }) with { LiveOffersPerAgent = 5 }).Agent("ann");
        workspace.Submit("chat");
        Assert.Equal(TicketState.Queued, workspace.State(workspace.Submit("chat")));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Live_offers_at_once_are_as_many_as_the_policy_says(int most)
    {
        var workspace = new Workspace(Rules.WithChannel("chat", c => c with { Cost = 1, Max = 10 }) with { LiveOffersPerAgent = most }).Agent("ann");
        for (var i = 0; i < 5; i++)
        {
            workspace.Submit("chat");
        }

        Assert.Equal(most, workspace.View("ann").Tickets.Count);
    }

    [Fact]
    public void Offers_of_all_channels_have_a_cap_of_their_own()
    {
        var policy = Rules.WithChannel("email", c => c with { AcceptMode = AcceptMode.Manual }) with { OffersPerAgent = 2 };
        var workspace = new Workspace(policy).Agent("ann");
        var emails = new[] { workspace.Submit("email"), workspace.Submit("email"), workspace.Submit("email") };
        Assert.Equal(["ann", "ann", ""], emails.Select(workspace.Holder));
    }

    [Fact]
    public void Email_never_blocks_live_work()
    {
        var workspace = new Workspace(Rules.WithChannel("email", c => c with { Cost = 20 })).Agent("ann");
        var emails = Enumerable.Range(0, 6).Select(_ => workspace.Submit("email")).ToList();
        Assert.Equal(["ann", "ann", "ann", "ann", "ann", ""], emails.Select(workspace.Holder));
        var call = workspace.Submit("call");
        Assert.Equal(TicketState.Offered, workspace.State(call));
        workspace.Accept(call);
        Assert.Equal((6, 200), (workspace.View("ann").Tickets.Count, workspace.View("ann").CapacityUsed));
    }

    [Fact]
    public void Email_is_given_in_its_own_units_beside_those_of_live_work()
    {
        var workspace = new Workspace(Rules.WithChannel("email", c => c with { Cost = 40, Max = 9 })).Agent("ann");
        var emails = Enumerable.Range(0, 3).Select(_ => workspace.Submit("email")).ToList();
        Assert.Equal(["ann", "ann", ""], emails.Select(workspace.Holder));
    }

    [Theory]
    [InlineData(TicketState.Offered)]
    [InlineData(TicketState.Assigned)]
    [InlineData(TicketState.WrappingUp)]
    public void Email_is_not_given_during_live_work(TicketState live)
    {
        var workspace = new Workspace().Agent("ann");
        var chat = workspace.Submit("chat");
        if (live != TicketState.Offered)
        {
            workspace.Accept(chat);
        }

        if (live == TicketState.WrappingUp)
        {
            workspace.Complete(chat);
        }

        var email = workspace.Submit("email");
        Assert.Equal((live, TicketState.Queued), (workspace.State(chat), workspace.State(email)));
    }

    [Fact]
    public void Email_comes_when_the_live_work_is_done()
    {
        var workspace = new Workspace().Agent("ann");
        var chat = workspace.Submit("chat");
        workspace.Accept(chat);
        var email = workspace.Submit("email");
        workspace.Complete(chat);
        Assert.Equal(TicketState.Queued, workspace.After(14.999).State(email));
        Assert.Equal(TicketState.Assigned, workspace.After(0.001).State(email));
    }

    [Fact]
    public void Email_waits_until_no_live_ticket_does()
    {
        var workspace = new Workspace();
        var email = workspace.Submit("email");
        var call = workspace.After(20_000).Submit("call");
        workspace.Agent("ann");
        Assert.Equal((TicketState.Queued, TicketState.Offered), (workspace.State(email), workspace.State(call)));
    }

    [Fact]
    public void A_profile_that_shrinks_takes_nothing_away_and_gives_nothing_more()
    {
        var workspace = new Workspace().Agent("ann");
        Fill(workspace, 3);
        workspace.Register("ann", p => p with { Channels = [new("chat", 30, 1)] });
        Assert.Equal(3, workspace.View("ann").Tickets.Count);
        var waiting = workspace.Submit("chat");
        workspace.Complete("1-1");
        workspace.After(15).Complete("1-2");
        Assert.Equal(TicketState.Queued, workspace.After(15).State(waiting));
        workspace.Complete("1-3");
        Assert.Equal(TicketState.Offered, workspace.After(15).State(waiting));
    }

    [Fact]
    public void Sixteen_channels_are_counted_apart()
    {
        var names = Enumerable.Range(0, 16).Select(i => $"c{i}").ToList();
        var policy = new WorkspacePolicy
        {
            DefaultCapacity = 10_000,
            LiveOffersPerAgent = 10,
            Channels = [.. names.Select(n => new ChannelPolicy { Name = n, AcceptMode = AcceptMode.Auto, Cost = 1, Max = 2 })],
            Queues = [new QueuePolicy { Name = Rules.Service, Channels = [.. names.Select(n => new QueueChannel(n))] }],
        };
        var workspace = new Workspace(policy).Agent("ann");
        foreach (var name in names.Concat(names).Concat(names))
        {
            workspace.Submit(name);
        }

        Assert.Equal((32, 16), (workspace.View("ann").Tickets.Count, workspace.Engine.OpenTickets - 32));
    }

    private static void Fill(Workspace workspace, int chats)
    {
        for (var i = 0; i < chats; i++)
        {
            var chat = workspace.Submit("chat");
            if (workspace.State(chat) == TicketState.Offered)
            {
                workspace.Accept(chat);
            }
        }
    }
}
