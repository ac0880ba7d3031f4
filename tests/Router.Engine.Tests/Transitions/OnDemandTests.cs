using Router.Engine.Agents;
using Router.Engine.Commands;
using Router.Engine.Events;
using Router.Engine.Queries;
using Router.Engine.Tests.Scaffold;
using Router.Engine.Tickets;

namespace Router.Engine.Tests.Transitions;

/// <summary>An agent on demand gets one ticket for each time he asks.</summary>
public sealed class OnDemandTests
{
    [Fact]
    public void Without_asking_he_is_offered_nothing()
    {
        var workspace = OnDemand();
        var call = workspace.Submit("call");
        Assert.Equal(TicketState.Queued, workspace.State(call));
        Assert.Equal([WhyNot.Away], workspace.Engine.Explain(call, "ann")!.Agent!.WhyNot);
    }

    [Fact]
    public void He_asks_and_is_offered_one_at_once_and_no_second()
    {
        var workspace = OnDemand();
        var (first, second) = (workspace.Submit("chat"), workspace.Submit("chat"));
        Assert.True(Take(workspace));
        Assert.Equal((TicketState.Offered, TicketState.Queued), (workspace.State(first), workspace.State(second)));
        workspace.Accept(first);
        Assert.Equal(TicketState.Queued, workspace.State(second));
        Assert.True(Take(workspace));
        Assert.Equal(TicketState.Offered, workspace.State(second));
    }

    [Fact]
    public void Nothing_waits_then_the_next_one_is_his_also_after_a_reconnect_and_a_reload()
    {
        var workspace = OnDemand();
        Assert.False(Take(workspace));
        workspace.Lose("ann");
        var call = workspace.Submit("call");
        Assert.Equal(TicketState.Queued, workspace.State(call));
        workspace.Reload().Resume("ann");
        Assert.Equal(TicketState.Offered, workspace.State(call));
        Assert.Equal(0, workspace.View("ann").Record.TakeUntil);
    }

    [Fact]
    public void After_five_minutes_it_is_asked_for_no_longer()
    {
        var workspace = OnDemand();
        Take(workspace);
        workspace.Reload().After(300);
        Assert.Equal(TicketState.Queued, workspace.State(workspace.Submit("call")));
        Assert.Equal([true, false], workspace.FactsOf<TakeChanged>().Select(f => f.Until > 0));
    }

    [Fact]
    public void A_change_of_presence_ends_it()
    {
        var workspace = OnDemand();
        Take(workspace);
        workspace.Away("ann");
        workspace.Do(new SetPresence("ann", Presence.OnDemand, "", AtOnce: false));
        Assert.Equal(TicketState.Queued, workspace.State(workspace.Submit("call")));
    }

    [Fact]
    public void The_customer_left_so_he_still_waits_for_one()
    {
        var workspace = OnDemand();
        var first = workspace.Submit("call");
        Take(workspace);
        workspace.After(10).End(first);
        Assert.Equal(TicketState.Offered, workspace.State(workspace.Submit("call")));
    }

    [Fact]
    public void Declined_he_has_to_ask_again()
    {
        var workspace = OnDemand();
        var first = workspace.Submit("chat");
        Take(workspace);
        workspace.Decline(first);
        Assert.Equal(TicketState.Queued, workspace.State(workspace.Submit("chat")));
    }

    [Fact]
    public void From_one_channel_alone()
    {
        var workspace = OnDemand();
        workspace.Submit("call");
        var chat = workspace.Submit("chat");
        Assert.True(Take(workspace, "chat"));
        Assert.Equal(TicketState.Offered, workspace.State(chat));
        Assert.Equal(Reason.UnknownChannel, workspace.Refusal(new Take("ann", ["fax"])));
    }

    [Fact]
    public void The_outage_does_not_count()
    {
        var workspace = OnDemand();
        Take(workspace);
        workspace.Restart(1_000).Resume("ann");
        Assert.Equal(TicketState.Offered, workspace.State(workspace.Submit("call")));
    }

    [Fact]
    public void Available_he_has_no_need_to_ask()
    {
        var workspace = new Workspace().Agent("ann").Register("ben");
        Assert.Equal(Reason.WrongState, workspace.Refusal(new Take("ann", [])));
        Assert.Equal(Reason.NoSession, workspace.Refusal(new Take("ben", [])));
        Assert.Equal(Reason.UnknownAgent, workspace.Refusal(new Take("cem", [])));
    }

    private static Workspace OnDemand()
    {
        var workspace = new Workspace().Register("ann");
        workspace.SignIn("ann", presence: Presence.OnDemand);
        return workspace;
    }

    private static bool Take(Workspace workspace, params string[] channels) => (bool)workspace.Do(new Take("ann", channels))!;
}
