using Router.Engine.Tests.Scaffold;
using Router.Engine.Tickets;

namespace Router.Engine.Tests.Matching;

/// <summary>An agent gets, of the tickets he could be given, the one that is due earliest.</summary>
public sealed class OrderTests
{
    [Fact]
    public void Tickets_of_a_lane_go_out_in_due_order_with_ties_by_id()
    {
        var workspace = new Workspace(Rules.WithoutWrapUp);
        var tickets = Enumerable.Range(0, 5).Select(_ => workspace.Submit("call")).ToList();
        Assert.Equal(tickets, Serve(workspace.Agent("ann"), 5));
    }

    [Fact]
    public void Channels_are_compared_by_due_time_not_by_age()
    {
        var workspace = new Workspace(Rules.WithoutWrapUp);
        var chat = workspace.Submit("chat");
        var call = workspace.After(39).Submit("call");
        var late = workspace.After(2).Submit("call");
        Assert.Equal([call, chat, late], Serve(workspace.Agent("ann"), 3));
    }

    [Fact]
    public void A_head_start_is_worth_its_seconds()
    {
        var workspace = new Workspace(Rules.WithoutWrapUp with
        {
            Queues = [Rules.Queue(Rules.Service) with { PriorityHeadStart = new Dictionary<int, int> { [1] = 30 } }],
        });
        var old = workspace.Submit("call");
        var passed = workspace.After(10).Submit("call");
        var urgent = workspace.After(25).Submit("call", c => c with { Priority = 1 });
        Assert.Equal([old, urgent, passed], Serve(workspace.Agent("ann"), 3));
    }

    [Fact]
    public void Lanes_of_different_skills_are_compared_by_due_time()
    {
        var workspace = new Workspace(Rules.WithoutWrapUp);
        var billing = workspace.Submit("call", c => c with { Skills = [new("billing", 1)] });
        var plain = workspace.After(1).Submit("call");
        var cards = workspace.After(1).Submit("call", c => c with { Skills = [new("cards", 1)] });
        var foreign = workspace.Submit("call", c => c with { Skills = [new("loans", 1)] });
        workspace.Agent("ann", p => p with { Skills = new Dictionary<string, int> { ["billing"] = 1, ["cards"] = 1 } });
        Assert.Equal([billing, plain, cards], Serve(workspace, 3));
        Assert.Equal(TicketState.Queued, workspace.State(foreign));
    }

    [Fact]
    public void When_capacity_frees_no_older_ticket_of_the_lane_is_passed()
    {
        var workspace = new Workspace(Rules.WithoutWrapUp).Agent("ann").Agent("bob");
        var tickets = Enumerable.Range(0, 30).Select(_ => workspace.After(0.1).Submit("call")).ToList();
        var served = new List<string>();
        var random = new Random(7);
        while (served.Count < tickets.Count)
        {
            var offered = workspace.Saved.Open.Values.Where(t => t.State == TicketState.Offered).OrderBy(t => t.Counter).ToList();
            var next = offered[random.Next(offered.Count)].Id;
            workspace.Accept(next);
            workspace.After(0.1 * random.Next(5)).Complete(next);
            served.Add(next);
        }

        Assert.Equal(tickets, workspace.Given().Select(g => g.Split(' ')[0]));
    }

    [Fact]
    public void A_ticket_that_comes_back_stands_at_its_old_place()
    {
        var workspace = new Workspace(Rules.WithoutWrapUp).Agent("ann");
        var first = workspace.Submit("call");
        workspace.Accept(first);
        var second = workspace.After(1).Submit("call");
        workspace.Lose("ann");
        workspace.After(15);
        Assert.Equal((1, 2), (workspace.Engine.Place(first)!.Position, workspace.Engine.Place(second)!.Position));
        workspace.Agent("bob");
        Assert.Equal("bob", workspace.Holder(first));
    }

    [Fact]
    public void Positions_count_over_queue_and_channel_whatever_the_lane()
    {
        var workspace = new Workspace();
        workspace.Submit("call", c => c with { Skills = [new("loans", 1)] });
        workspace.Submit("call", c => c with { Languages = [new("he", 4, 0)] });
        workspace.Submit("chat");
        Assert.Equal(3, workspace.Engine.Place(workspace.Submit("call"))!.Position);
    }

    [Fact]
    public void A_hundred_agents_serve_a_thousand_tickets_each_exactly_once()
    {
        var workspace = new Workspace(Rules.WithoutWrapUp);
        for (var i = 0; i < 100; i++)
        {
            workspace.Agent($"agent {i}");
        }

        string[] channels = ["call", "chat", "email"];
        for (var i = 0; i < 1_000; i++)
        {
            workspace.Submit(channels[i % 3]);
            if (i % 10 == 9)
            {
                Finish(workspace.After(1));
            }
        }

        while (workspace.Engine.OpenTickets > 0)
        {
            Finish(workspace.After(1));
        }

        Assert.Equal(1_000, workspace.Saved.Closed.Values.Count(t => t.State == TicketState.Completed));
        Assert.All(workspace.Saved.Closed.Values, t => Assert.Equal(1, t.AssignmentNo));
        Assert.Equal(1_000, workspace.Given().Distinct().Count());
        Assert.Equal(Enumerable.Range(1, workspace.Facts.Count).Select(n => (long)n), workspace.Facts.Select(f => f.Number));
    }

    private static void Finish(Workspace workspace)
    {
        foreach (var ticket in workspace.Saved.Open.Values.OrderBy(t => t.Counter).ToList())
        {
            if (workspace.State(ticket.Id) == TicketState.Offered)
            {
                workspace.Accept(ticket.Id);
            }
            else if (workspace.State(ticket.Id) == TicketState.Assigned)
            {
                workspace.Complete(ticket.Id);
            }
        }
    }

    private static List<string> Serve(Workspace workspace, int count)
    {
        var served = new List<string>();
        for (var i = 0; i < count; i++)
        {
            var offered = workspace.View("ann").Tickets.Single();
            served.Add(offered.Id);
            workspace.Accept(offered.Id);
            workspace.Complete(offered.Id);
        }

        return served;
    }
}
