using Router.Engine.Agents;
using Router.Engine.Tests.Scaffold;

namespace Router.Engine.Tests.Queries;

/// <summary>Why a ticket waits, as numbers.</summary>
public sealed class WhyTests
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

        var why = workspace.Engine.Why(waiting)!;
        var step = Assert.Single(why.Steps);
        Assert.Equal((7, 6, 1, 3), (step.Registered, step.SignedIn, step.SessionLost, step.NotAvailable));
        Assert.Equal((1, 1, 0, 0), (step.CoolingDown, step.AtCapacity, step.Held, step.Free));
        Assert.Equal((7_000, 0, false), (step.LongestBusyMs, why.Ahead, why.Unroutable));
    }

    [Fact]
    public void A_held_agent_is_told_apart_from_a_full_one()
    {
        var workspace = new Workspace().Agent("ann");
        workspace.Accept(workspace.Submit("chat"));
        workspace.Submit("call");
        var step = workspace.Engine.Why(workspace.Submit("chat"))!.Steps[0];
        Assert.Equal((1, 0), (step.Held, step.AtCapacity));
    }

    [Fact]
    public void Steps_to_come_say_when_they_open_and_whom_they_add()
    {
        var workspace = new Workspace(Rules.WithService(q => q with { Steps = [new() { AfterMs = 30_000, DropAllSkills = true }] }))
            .Register("ann", p => p with { Skills = new Dictionary<string, int> { ["loans"] = 3 } }).Agent("bob").Agent("cid");
        var call = workspace.Submit("call", c => c with { Skills = [new("loans", 3)] });
        var steps = workspace.After(8).Engine.Why(call)!.Steps;
        Assert.Equal([(0L, 1, 0), (22_000L, 3, 2)], steps.Select(s => (s.OpensInMs, s.Registered, s.SignedIn)));
        Assert.Equal(["service//loans>=3", "service//"], steps.Select(s => s.Requirement.Key));
    }

    [Fact]
    public void Who_is_ahead_counts_the_lane()
    {
        var workspace = new Workspace();
        workspace.Submit("call");
        workspace.Submit("call", c => c with { Skills = [new("loans", 3)] });
        workspace.Submit("call");
        Assert.Equal(2, workspace.Engine.Why(workspace.Submit("call"))!.Ahead);
    }

    [Fact]
    public void What_is_not_queued_does_not_wait()
    {
        var workspace = new Workspace().Agent("ann");
        Assert.Null(workspace.Engine.Why("9-9"));
        Assert.Null(workspace.Engine.Why(workspace.Submit("call")));
        Assert.Null(workspace.Engine.Why(workspace.Submit("chat", startsIn: 5)));
    }

    [Fact]
    public void Nobody_registered_is_unroutable()
    {
        var workspace = new Workspace().Agent("ann", p => p with { Languages = new Dictionary<string, int> { ["en"] = AgentProfile.NativeLevel } });
        var why = workspace.Engine.Why(workspace.Submit("call", c => c with { Languages = [new("he", 1, 0)] }))!;
        Assert.Equal((true, 0), (why.Unroutable, why.Steps[0].Registered));
    }
}
