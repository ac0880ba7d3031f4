using Router.Engine.Agents;
using Router.Engine.Commands;
using Router.Engine.Events;
using Router.Engine.Tests.Scaffold;
using Router.Engine.Tickets;

namespace Router.Engine.Tests.Transitions;

public sealed class PresenceTests
{
    [Fact]
    public void Away_TakesOffersBackAndGivesNothingMore()
    {
        var workspace = new Workspace().Agent("ann");
        var call = workspace.Submit("call");
        workspace.Away("ann");
        Assert.Equal(TicketState.Queued, workspace.State(call));
        Assert.Equal(OfferEnd.PresenceChanged, Assert.Single(workspace.FactsOf<OfferEnded>()).End);
        workspace.Available("ann");
        Assert.Equal(TicketState.Offered, workspace.State(call));
    }

    [Fact]
    public void Away_DuringLiveWork_TakesEffectAfterIt()
    {
        var workspace = new Workspace().Agent("ann");
        var call = workspace.Submit("call");
        workspace.Accept(call);
        workspace.Away("ann");
        Assert.True(workspace.FactsOf<PresenceChanged>()[^1].Pending);
        Assert.Equal((Presence.Available, Presence.Away), (Record(workspace).Presence, Record(workspace).NextPresence));
        workspace.Complete(call);
        Assert.Equal(Presence.Available, Record(workspace).Presence);
        workspace.Reload().After(30);
        Assert.Equal((Presence.Away, "break", Presence.Unspecified), (Record(workspace).Presence, Record(workspace).PresenceReason, Record(workspace).NextPresence));
    }

    [Fact]
    public void Away_Pending_TakesNothingNew()
    {
        var workspace = new Workspace().Agent("ann");
        workspace.Accept(workspace.Submit("chat"));
        var offered = workspace.Submit("chat");
        workspace.Away("ann");
        Assert.Equal(TicketState.Queued, workspace.State(offered));
        Assert.Equal(TicketState.Queued, workspace.State(workspace.Submit("chat")));
    }

    [Fact]
    public void Available_AgainBeforeThat_TakesItBack()
    {
        var workspace = new Workspace().Agent("ann");
        workspace.Accept(workspace.Submit("chat"));
        workspace.Away("ann");
        workspace.Available("ann");
        Assert.Equal(TicketState.Offered, workspace.State(workspace.Submit("chat")));
        Assert.Equal(Presence.Unspecified, Record(workspace).NextPresence);
    }

    [Fact]
    public void Away_AtOnce_LeavesTheLiveWorkToHim()
    {
        var workspace = new Workspace().Agent("ann");
        var call = workspace.Submit("call");
        workspace.Accept(call);
        workspace.Away("ann", atOnce: true);
        Assert.Equal((Presence.Away, TicketState.Assigned), (Record(workspace).Presence, workspace.State(call)));
        workspace.Complete(call);
        Assert.Equal(TicketState.Completed, workspace.After(30).State(call));
    }

    [Fact]
    public void Away_WithEmailAloneInHand_TakesEffectAtOnce()
    {
        var workspace = new Workspace().Agent("ann");
        workspace.Submit("email");
        workspace.Away("ann");
        Assert.Equal(Presence.Away, Record(workspace).Presence);
    }

    [Fact]
    public void The_same_presence_again_is_no_change()
    {
        var workspace = new Workspace().Agent("ann");
        workspace.Available("ann");
        Assert.Single(workspace.FactsOf<PresenceChanged>());
    }

    [Fact]
    public void Another_reason_is_a_change()
    {
        var workspace = new Workspace().Agent("ann");
        workspace.Away("ann");
        workspace.Do(new SetPresence("ann", Presence.Away, "meal", false));
        Assert.Equal(("meal", "break"), (workspace.FactsOf<PresenceChanged>()[^1].Reason, workspace.FactsOf<PresenceChanged>()[^1].PreviousReason));
    }

    [Theory]
    [InlineData(Presence.Away, "fishing", Reason.UnknownAwayReason)]
    [InlineData(Presence.Away, "", Reason.UnknownAwayReason)]
    [InlineData(Presence.Away, "no_answer", Reason.UnknownAwayReason)]
    [InlineData(Presence.Offline, "", Reason.InvalidRequest)]
    [InlineData(Presence.Unspecified, "", Reason.InvalidRequest)]
    public void What_cannot_be_chosen_is_refused(Presence presence, string reason, Reason refusal) =>
        Assert.Equal(refusal, new Workspace().Agent("ann").Refusal(new SetPresence("ann", presence, reason, false)));

    [Fact]
    public void Without_a_session_there_is_no_presence()
    {
        var workspace = new Workspace().Register("ann");
        Assert.Equal(Reason.NoSession, workspace.Refusal(new SetPresence("ann", Presence.Available, "", false)));
        Assert.Equal(Reason.UnknownAgent, workspace.Refusal(new SetPresence("bob", Presence.Available, "", false)));
    }

    [Fact]
    public void Activity_follows_the_work()
    {
        var workspace = new Workspace().Register("ann");
        Assert.Equal(Activity.Unspecified, workspace.View("ann").Activity);
        workspace.SignIn("ann");
        Assert.Equal(Activity.Idle, workspace.View("ann").Activity);
        var call = workspace.Submit("call");
        Assert.Equal(Activity.Offered, workspace.View("ann").Activity);
        workspace.Accept(call);
        Assert.Equal((Activity.Handling, 100), (workspace.View("ann").Activity, workspace.View("ann").CapacityUsed));
        workspace.Complete(call);
        Assert.Equal(Activity.WrappingUp, workspace.View("ann").Activity);
        workspace.After(30);
        Assert.Equal((Activity.Idle, 0), (workspace.View("ann").Activity, workspace.View("ann").CapacityUsed));
    }

    private static Records.AgentRecord Record(Workspace workspace) => workspace.View("ann").Record;
}
