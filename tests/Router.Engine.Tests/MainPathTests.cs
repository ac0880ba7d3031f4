using Router.Engine.Agents;
using Router.Engine.Events;
using Router.Engine.Tests.Scaffold;
using Router.Engine.Tickets;

namespace Router.Engine.Tests;

/// <summary>The ways that most tickets go, from submit to the end.</summary>
public sealed class MainPathTests
{
    [Fact]
    public void A_call_is_offered_accepted_wrapped_up_and_completed()
    {
        var workspace = new Workspace().Agent("ann");
        var call = workspace.Submit("call");
        Assert.Equal(TicketState.Offered, workspace.State(call));
        Assert.Equal("ann", workspace.Holder(call));

        workspace.After(3).Accept(call);
        Assert.Equal(TicketState.Assigned, workspace.State(call));

        workspace.After(60).Complete(call);
        Assert.Equal(TicketState.WrappingUp, workspace.State(call));

        workspace.After(10).Complete(call, "sold");
        Assert.Equal(TicketState.Completed, workspace.State(call));
        var completed = Assert.Single(workspace.FactsOf<TicketCompleted>());
        Assert.Equal(("ann", "sold", 60_000, 10_000), (completed.AgentId, completed.Disposition, completed.HandlingMs, completed.WrapUpMs));
    }

    [Fact]
    public void Without_wrap_up_a_completed_call_frees_its_agent_for_the_next()
    {
        var workspace = new Workspace(Rules.WithoutWrapUp).Agent("ann");
        var first = workspace.Submit("call");
        var second = workspace.Submit("call");
        Assert.Equal(TicketState.Queued, workspace.State(second));

        workspace.Accept(first);
        workspace.Complete(first);
        Assert.Equal(TicketState.Completed, workspace.State(first));
        Assert.Equal(TicketState.Offered, workspace.State(second));
    }

    [Fact]
    public void A_declined_call_goes_to_the_next_agent()
    {
        var workspace = new Workspace().Agent("ann").Agent("bob");
        var call = workspace.Submit("call");
        workspace.Decline(call);
        Assert.Equal("bob", workspace.Holder(call));
    }

    [Fact]
    public void A_missed_call_sends_its_agent_away_and_goes_to_the_next()
    {
        var workspace = new Workspace().Agent("ann").Agent("bob");
        var call = workspace.Submit("call");
        workspace.After(20);
        Assert.Equal("bob", workspace.Holder(call));
        Assert.Equal(Presence.Away, workspace.View("ann").Record.Presence);
    }

    [Fact]
    public void A_waiting_call_whose_customer_hangs_up_is_abandoned()
    {
        var workspace = new Workspace();
        var call = workspace.Submit("call");
        workspace.After(7).End(call);
        Assert.Equal(TicketState.Abandoned, workspace.State(call));
        Assert.Equal(7_000, Assert.Single(workspace.FactsOf<TicketLeft>()).WaitMs);
    }

    [Fact]
    public void A_call_whose_agent_is_gone_returns_after_the_grace()
    {
        var workspace = new Workspace().Agent("ann");
        var call = workspace.Submit("call");
        workspace.Accept(call);
        workspace.Lose("ann");
        Assert.Equal(TicketState.Assigned, workspace.After(14.999).State(call));
        Assert.Equal(TicketState.Queued, workspace.After(0.001).State(call));
    }

    [Fact]
    public void An_email_is_assigned_at_once()
    {
        var workspace = new Workspace().Agent("ann");
        var email = workspace.Submit("email");
        Assert.Equal(TicketState.Assigned, workspace.State(email));
        workspace.Complete(email);
        Assert.Equal(TicketState.Completed, workspace.State(email));
    }

    [Fact]
    public void A_call_among_endless_chats_is_offered_as_soon_as_the_held_agent_is_empty()
    {
        var workspace = new Workspace(Rules.WithoutWrapUp).Agent("ann");
        var chats = new Queue<string>();
        for (var i = 0; i < 3; i++)
        {
            chats.Enqueue(workspace.Submit("chat"));
            workspace.Accept(chats.Last());
        }

        var call = workspace.Submit("call");
        var later = workspace.Submit("chat");
        while (chats.TryDequeue(out var chat))
        {
            Assert.Equal(TicketState.Queued, workspace.State(call));
            Assert.Equal(TicketState.Queued, workspace.State(later));
            workspace.After(1).Complete(chat);
        }

        Assert.Equal(TicketState.Offered, workspace.State(call));
        Assert.Equal(TicketState.Queued, workspace.State(later));
    }
}
