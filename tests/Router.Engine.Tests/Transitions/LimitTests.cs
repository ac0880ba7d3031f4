using Router.Engine.Events;
using Router.Engine.Policies;
using Router.Engine.Tests.Scaffold;
using Router.Engine.Tickets;

namespace Router.Engine.Tests.Transitions;

public sealed class LimitTests
{
    [Fact]
    public void A_full_queue_refuses_the_channel_that_is_full_and_no_other()
    {
        var workspace = new Workspace(Limited("chat", new(50, 0, 0, OverflowRule.Refusal)));
        for (var i = 0; i < 50; i++)
        {
            workspace.Submit("chat");
        }

        var refused = workspace.Try(New("chat"));

        Assert.Equal((Reason.QueueFull, "30"), (refused.Reason, refused.Metadata["retry_after_seconds"]));
        Assert.Equal(Reason.QueueFull, workspace.Refusal(New("chat")));
        Assert.Equal(TicketState.Queued, workspace.State(workspace.Submit("call")));
        Assert.Equal(TicketState.Queued, workspace.State(workspace.Submit("email")));
    }

    [Fact]
    public void A_full_queue_takes_one_more_when_one_has_left()
    {
        var workspace = new Workspace(Limited("chat", new(2, 0, 0, OverflowRule.Refusal)));
        var (first, _) = (workspace.Submit("chat"), workspace.Submit("chat", c => c with { Languages = [new("he", 1, 0)] }));

        Assert.Equal(Reason.QueueFull, workspace.Refusal(New("chat")));
        workspace.End(first);

        Assert.False(workspace.Try(New("chat")).IsRefused);
    }

    [Fact]
    public void A_queue_is_full_when_the_oldest_has_waited_too_long()
    {
        var workspace = new Workspace(Limited("call", new(0, 120, 0, OverflowRule.Refusal)));
        var first = workspace.Submit("call");
        workspace.After(60).Submit("call");

        Assert.False(workspace.After(59).Try(New("call", "one")).IsRefused);
        Assert.Equal(Reason.QueueFull, workspace.After(1).Refusal(New("call", "two")));
        workspace.End(first);
        Assert.False(workspace.Try(New("call", "two")).IsRefused);
    }

    [Fact]
    public void A_queue_is_full_when_one_more_would_wait_too_long()
    {
        var workspace = new Workspace(Limited("call", new(0, 0, 900, OverflowRule.Refusal))).Agent("ann");

        // One agent and five minutes a call: the third of those who wait is over a quarter of an hour away.
        var taken = Enumerable.Range(0, 9).Count(i => !workspace.Try(New("call", $"{i}")).IsRefused);

        Assert.InRange(taken, 3, 5);
        Assert.InRange(workspace.Engine.Place("1-3")!.Estimate.MedianSeconds, 1, 1_200);
    }

    [Fact]
    public void A_wait_class_that_many_share_has_a_limit_too()
    {
        var policy = Limited("call", new(0, 0, 900, OverflowRule.Refusal));
        var starts = Enumerable.Range(0, 10).ToDictionary(i => i, i => i);
        policy = policy with { Queues = [policy.Queues[0] with { PriorityHeadStart = starts }] };
        var workspace = new Workspace(policy).Agent("ann");
        for (var priority = 0; priority < 8; priority++)
        {
            workspace.End(workspace.Submit("call", c => c with { Priority = priority }));
        }

        // Eight head starts have classes of their own; the ninth shares one.
        var taken = Enumerable.Range(0, 9).Count(i => !workspace.Try(New("call", $"{i}", priority: 9)).IsRefused);

        Assert.InRange(taken, 1, 5);
    }

    [Fact]
    public void What_a_full_queue_does_not_take_goes_on_from_queue_to_queue()
    {
        var policy = Limited("call", new(1, 0, 0, new(OverflowKind.Queue, "second")));
        policy = policy with
        {
            Queues =
            [
                .. policy.Queues,
                Rules.Queue("second") with { Channels = [new("call", Limits: new(1, 0, 0, new(OverflowKind.Queue, "third")))] },
                Rules.Queue("third") with { Channels = [new("call", Limits: new(1, 0, 0, OverflowRule.Refusal))] },
            ],
        };
        var workspace = new Workspace(policy);

        string[] calls = [workspace.Submit("call"), workspace.Submit("call"), workspace.Submit("call")];

        Assert.Equal([Rules.Service, "second", "third"], calls.Select(c => workspace.Ticket(c).Content.Queue));
        Assert.Equal(
            [$"{calls[1]} service second", $"{calls[2]} service second", $"{calls[2]} second third"],
            workspace.FactsOf<TicketOverflowed>().Select(f => $"{f.TicketId} {f.From} {f.To}"));
        var refused = workspace.Try(New("call"));
        Assert.Equal((Reason.QueueFull, "third"), (refused.Reason, refused.Metadata["queue"]));
    }

    [Fact]
    public void A_scheduled_ticket_is_let_in_when_its_queue_is_full_and_goes_on_where_that_sends_it_on()
    {
        var policy = Limited("call", new(1, 0, 0, OverflowRule.Refusal));
        policy = policy with { Queues = [.. policy.Queues, Rules.Queue("second") with { Channels = [new("call", Limits: new(1, 0, 0, new(OverflowKind.Queue, Rules.Service)))] }] };
        var workspace = new Workspace(policy);
        var (first, second) = (workspace.Submit("call", startsIn: 60), workspace.Submit("call", c => c with { Queue = "second" }, startsIn: 60));
        workspace.Submit("call");
        workspace.Submit("call", c => c with { Queue = "second" });

        workspace.After(60);

        Assert.All([first, second], t => Assert.Equal((TicketState.Queued, Rules.Service), (workspace.State(t), workspace.Ticket(t).Content.Queue)));
    }

    [Theory]
    [InlineData("second", Reason.ChannelNotTaken)]
    [InlineData("nowhere", Reason.UnknownQueue)]
    [InlineData(Rules.Service, Reason.InvalidRequest)]
    [InlineData("third", Reason.InvalidRequest)]
    public void Overflow_that_leads_nowhere_or_in_a_circle_is_a_mistake(string queue, Reason reason)
    {
        var policy = Limited("call", new(1, 0, 0, new(OverflowKind.Queue, queue)));
        policy = policy with
        {
            Queues =
            [
                .. policy.Queues,
                new QueuePolicy { Name = "second", Channels = [new("chat")] },
                Rules.Queue("third") with { Hours = Openings.Daily("09:00", "17:00", new(OverflowKind.Queue, "fourth")) },
                Rules.Queue("fourth") with { Channels = [new("call", Limits: new(1, 0, 0, new(OverflowKind.Queue, Rules.Service))), new("chat"), new("email")] },
            ],
        };

        var mistakes = new Workspace().Engine.Mistakes(policy);

        Assert.Equal([reason], mistakes.Select(m => m.Reason).Distinct());
        Assert.Single(mistakes);
    }

    private static Commands.Submit New(string channel, string id = "one", int priority = 0) =>
        new(new TicketContent { Source = "test", ExternalId = id, Channel = channel, Queue = Rules.Service, Priority = priority });

    private static WorkspacePolicy Limited(string channel, QueueLimits limits) =>
        Rules.WithService(q => q with { Channels = [.. q.Channels.Select(c => c.Channel == channel ? c with { Limits = limits } : c)] });
}
