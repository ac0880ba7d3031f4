using Router.Engine.Queries;
using Router.Engine.Tests.Scaffold;

namespace Router.Engine.Tests.Queries;

/// <summary>Why a ticket is where it is, as numbers.</summary>
public sealed class ExplainTests
{
    [Fact]
    public void Every_agent_who_may_serve_is_counted_once()
    {
        var workspace = new Workspace(Rules.WithChannel("call", c => c with { MissedLimit = 0 }) with { DefaultCapacity = 100 });
        workspace.Register("offline").Agent("lost").Agent("away").Agent("cooling").Agent("leaving").Agent("chats-only");
        workspace.Lose("lost");
        workspace.Away("away");
        workspace.SignIn("chats-only", takeOver: true, channels: "chat");
        workspace.Away("leaving");
        var call = workspace.Submit("call");
        Assert.Equal("cooling", workspace.Holder(call));
        workspace.Decline(call);
        workspace.Agent("busy");
        workspace.Accept(call);
        var waiting = workspace.Submit("call");
        Assert.Equal("cooling", workspace.Holder(waiting));
        workspace.Decline(waiting);
        workspace.After(7);

        var why = workspace.Engine.Explain(waiting)!;
        var step = Assert.Single(why.Steps);
        Assert.Equal((7, 6, 1, 3), (step.Registered, step.SignedIn, step.SessionLost, step.Away));
        Assert.Equal((1, 1, 0, 0), (step.CoolingDown, step.AtCapacity, step.Held, step.Eligible));
        Assert.Equal((7_000, 0), (step.LongestBusyMs, why.AheadCount));
    }

    [Fact]
    public void A_held_agent_is_told_apart_from_a_full_one()
    {
        var workspace = new Workspace().Agent("ann");
        workspace.Accept(workspace.Submit("chat"));
        workspace.Submit("call");
        var step = workspace.Engine.Explain(workspace.Submit("chat"))!.Steps[0];
        Assert.Equal((1, 0), (step.Held, step.AtCapacity));
    }

    [Fact]
    public void Steps_to_come_say_when_they_open_and_whom_they_add()
    {
        var workspace = new Workspace(Rules.WithService(q => q with { Steps = [new() { AfterMs = 30_000, DropAllSkills = true }] }))
            .Register("ann", p => p with { Skills = new Dictionary<string, int> { ["loans"] = 3 } }).Agent("bob").Agent("cid");
        var call = workspace.Submit("call", c => c with { Skills = [new("loans", 3)] });
        var steps = workspace.After(8).Engine.Explain(call)!.Steps;
        Assert.Equal([(-8_000L, true, 1, 0), (22_000L, false, 3, 2)], steps.Select(s => (s.OpensAt - workspace.Now, s.IsOpen, s.Registered, s.SignedIn)));
        Assert.Equal(["service//loans>=3", "service//"], steps.Select(s => s.Requirement.Key));
    }

    [Fact]
    public void Who_is_ahead_shares_an_agent_and_is_due_earlier()
    {
        var workspace = new Workspace(Rules.Standard with { Queues = [Rules.Queue(Rules.Service), Rules.Queue("sales")] })
            .Register("ann", p => p with { Queues = ["service"] }).Register("bob", p => p with { Queues = ["sales"] });
        var first = workspace.Submit("call");
        workspace.Submit("call", c => c with { Queue = "sales" });
        var second = workspace.Submit("chat");
        var email = workspace.Submit("email");
        var last = workspace.Submit("call");

        Assert.Equal([first], workspace.Engine.Explain(last)!.Ahead.Select(a => a.TicketId));
        Assert.Equal([first, last, second], workspace.Engine.Explain(email)!.Ahead.Select(a => a.TicketId));
        Assert.Equal(3, workspace.Engine.Explain(email)!.AheadCount);
    }

    [Fact]
    public void Of_many_ahead_ten_are_named()
    {
        var workspace = new Workspace().Register("ann");
        var calls = Enumerable.Range(0, 15).Select(_ => workspace.Submit("call")).ToList();
        var explained = workspace.Engine.Explain(calls[^1])!;
        Assert.Equal((14, 10), (explained.AheadCount, explained.Ahead.Count));
        Assert.Equal(calls.Take(10), explained.Ahead.Select(a => a.TicketId));
    }

    [Fact]
    public void A_named_agent_is_told_all_that_keeps_him_from_it_and_when_the_first_of_it_ends()
    {
        var workspace = new Workspace(Rules.WithService(q => q with { Steps = [new() { AfterMs = 30_000, DropAllSkills = true }] }))
            .Register("ann", p => p with { Languages = new Dictionary<string, int> { ["en"] = 5 } }).Agent("bob");
        workspace.Accept(workspace.Submit("call"));
        var call = workspace.Submit("call", c => c with { Skills = [new("loans", 3)] });

        Assert.Equal([WhyNot.Skill, WhyNot.NotSignedIn], Standing("ann").WhyNot);
        Assert.Equal([WhyNot.Skill, WhyNot.LiveWork], Standing("bob").WhyNot);
        Assert.Equal(workspace.Now + 30_000, Standing("bob").Until);
        workspace.After(30);
        Assert.Equal([WhyNot.LiveWork], Standing("bob").WhyNot);
        Assert.Equal(0, Standing("bob").Until);
        Assert.Null(workspace.Engine.Explain(call, "nobody")!.Agent);

        AgentStanding Standing(string id) => workspace.Engine.Explain(call, id)!.Agent!;
    }

    [Fact]
    public void Who_has_it_or_is_offered_it_is_told_so_and_others_that_another_has_it()
    {
        var workspace = new Workspace().Agent("ann").Agent("bob");
        var call = workspace.Submit("call");
        Assert.Equal([WhyNot.HasIt], workspace.Engine.Explain(call, "ann")!.Agent!.WhyNot);
        Assert.Equal(workspace.Ticket(call).OfferExpiresAt, workspace.Engine.Explain(call, "ann")!.Agent!.Until);
        Assert.Equal([WhyNot.AnotherAgent], workspace.Engine.Explain(call, "bob")!.Agent!.WhyNot);
    }

    [Fact]
    public void What_is_not_open_is_not_explained() => Assert.Null(new Workspace().Engine.Explain("9-9"));

    [Fact]
    public void What_is_scheduled_has_steps_that_open_later()
    {
        var workspace = new Workspace().Agent("ann");
        var step = Assert.Single(workspace.Engine.Explain(workspace.Submit("chat", startsIn: 5))!.Steps);
        Assert.Equal((0, false, 1), (step.OpensAt, step.IsOpen, step.Eligible));
    }
}
