using Router.Engine.Agents;
using Router.Engine.Queries;
using Router.Engine.Tests.Scaffold;
using Router.Engine.Tickets;

namespace Router.Engine.Tests;

/// <summary>What supervisors see as it is now.</summary>
public sealed class LiveTests
{
    [Fact]
    public void Row_CountsItsTicketsByState()
    {
        var workspace = new Workspace().Agent("ann").Agent("bob");
        workspace.Accept(workspace.Submit("call"));
        workspace.Submit("call");
        var entered = workspace.Now;
        workspace.After(5).Submit("call");

        var row = Row(workspace);
        Assert.Equal((1, 1, 1, 0), (row.Waiting, row.Offered, row.Assigned, row.WrappingUp));
        Assert.Equal(entered, row.OldestEnteredAt);
        Assert.Equal((2, 2, 0), (row.Agents, row.Registered, row.Unroutable));
    }

    [Fact]
    public void Row_TellsNoWait_WhileNobodyWaitsAndAnAgentIsFree()
    {
        var workspace = new Workspace().Agent("ann").Agent("bob");
        workspace.Accept(workspace.Submit("call"));
        Assert.Equal((0, 0, Trust.Low), (Row(workspace).Estimate.MedianSeconds, Row(workspace).Estimate.PromiseSeconds, Row(workspace).Estimate.Trust));

        workspace.Accept(workspace.Submit("call"));
        Assert.True(Row(workspace).Estimate.PromiseSeconds > 0);
    }

    [Fact]
    public void Row_TellsTheOldest_WhereHeadStartsShareAClass()
    {
        var priorities = Enumerable.Range(0, 10).ToDictionary(p => p, p => p * 60);
        var workspace = new Workspace(Rules.WithService(q => q with { PriorityHeadStart = priorities }));
        foreach (var priority in Enumerable.Range(0, 8))
        {
            workspace.End(workspace.Submit("call", c => c with { Priority = priority }));
        }

        // The ninth and the tenth head start share a class: the later ticket is due first, and the earlier one has waited longer.
        var oldest = workspace.Submit("call", c => c with { Priority = 8 });
        var entered = workspace.Now;
        var first = workspace.After(5).Submit("call", c => c with { Priority = 9 });
        Assert.True(workspace.Ticket(first).DueAt < workspace.Ticket(oldest).DueAt);
        Assert.Equal(entered, Row(workspace).OldestEnteredAt);
        Assert.Equal(entered, Row(workspace.Reload()).OldestEnteredAt);

        workspace.End(oldest);
        Assert.Equal(entered + 5_000, Row(workspace).OldestEnteredAt);

        workspace.End(first);
        Assert.Equal(0, Row(workspace).OldestEnteredAt);
    }

    [Fact]
    public void Row_TellsTheOldest_WhereTheTargetBecameShorter()
    {
        var workspace = new Workspace(Rules.WithService(q => q with { Channels = [new("call", TargetSeconds: 300)] }));
        workspace.Submit("call");
        var entered = workspace.Now;
        workspace.After(5).Change(p => p with { Queues = [p.Queues[0] with { Channels = [new("call", TargetSeconds: 10)] }] });
        var first = workspace.Submit("call");

        Assert.Equal(1, workspace.Engine.Place(first)!.Position);
        Assert.Equal(entered, Row(workspace).OldestEnteredAt);
    }

    [Fact]
    public void Row_HasTheTargetOfItsQueue_OrElseOfTheChannel()
    {
        var workspace = new Workspace(Rules.WithService(q => q with { Channels = [new("call", TargetSeconds: 7), new("chat")] }));
        workspace.Submit("call");
        workspace.Submit("chat");

        var chat = Rules.Standard.Channels.Single(c => c.Name == "chat");
        Assert.Equal(["7", $"{chat.TargetSeconds}"], workspace.Engine.LiveRows().Select(r => $"{r.TargetSeconds}"));
    }

    [Fact]
    public void Row_CountsWaitingTicketsThatNoProfileCouldServe()
    {
        var workspace = new Workspace().Register("ann");
        workspace.Submit("call");
        workspace.Submit("call", c => c with { Skills = [new("loans", 5)] });

        var row = Row(workspace);
        Assert.Equal((2, 1), (row.Waiting, row.Unroutable));
    }

    [Fact]
    public void Row_OfAQueueThatNobodyServes_CountsAllAsUnroutable()
    {
        var workspace = new Workspace();
        workspace.Submit("call");
        workspace.Submit("call");

        var row = Row(workspace);
        Assert.Equal((2, 2, 0), (row.Waiting, row.Unroutable, row.Registered));
    }

    [Fact]
    public void Row_CountsAgentsWhoAreFreeBusyAndAway()
    {
        var workspace = new Workspace().Agent("ann").Agent("bob").Agent("cid").Register("dov");
        workspace.Accept(workspace.Submit("call"));
        workspace.Away("cid");

        var row = Row(workspace);
        Assert.Equal((1, 1, 1, 4), (row.Free, row.Busy, row.Away, row.Registered));
        Assert.Equal(row, Row(workspace.Reload()));
    }

    [Fact]
    public void Queue_IsThereWithoutATicket_AndCountsThoseWhoServeIt()
    {
        var workspace = new Workspace().Agent("ann").Agent("bob").Register("dov");
        workspace.Away("bob");

        Assert.Equal((Rules.Service, 3, 1, 0, 1), Queue(workspace));

        workspace.Submit("call");
        Assert.Equal((Rules.Service, 3, 0, 1, 1), Queue(workspace));

        static (string Name, int Registered, int Free, int Busy, int Away) Queue(Workspace workspace)
        {
            var queue = Assert.Single(workspace.Engine.LiveBoard().Queues);
            return (queue.Name, queue.Registered, queue.Free, queue.Busy, queue.Away);
        }
    }

    [Fact]
    public void Agent_TellsSinceWhenHeDoesWhatHeDoes()
    {
        var workspace = new Workspace();
        Assert.Equal((Activity.Unspecified, 0), Doing(workspace.Register("ann")));

        workspace.After(1).SignIn("ann");
        Assert.Equal((Activity.Idle, workspace.Now), Doing(workspace));

        var call = workspace.After(10).Submit("call");
        Assert.Equal((Activity.Offered, workspace.Now), Doing(workspace));

        workspace.After(3).Accept(call);
        var accepted = workspace.Now;
        Assert.Equal((Activity.Handling, accepted), Doing(workspace.After(60)));

        workspace.Complete(call);
        Assert.Equal((Activity.WrappingUp, workspace.Now), Doing(workspace));

        workspace.After(30);
        Assert.Equal((Activity.Idle, workspace.Now), Doing(workspace));
    }

    private static LiveRow Row(Workspace workspace) => Assert.Single(workspace.Engine.LiveRows());

    private static (Activity Activity, long Since) Doing(Workspace workspace)
    {
        var agent = Assert.Single(workspace.Engine.LiveAgents());
        return (agent.Activity, agent.ActivitySince);
    }
}
