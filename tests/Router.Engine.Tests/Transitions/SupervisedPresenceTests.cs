using Router.Engine.Agents;
using Router.Engine.Commands;
using Router.Engine.Events;
using Router.Engine.Queries;
using Router.Engine.Tests.Scaffold;
using Router.Engine.Tickets;

namespace Router.Engine.Tests.Transitions;

/// <summary>What a supervisor sets in agents' places.</summary>
public sealed class SupervisedPresenceTests
{
    private static readonly Actor Boss = new(ActorKind.Supervisor, "boss");

    [Fact]
    public void All_are_sent_away_at_once_and_each_fact_says_by_whom_and_why()
    {
        var workspace = new Workspace().Agent("ann").Agent("ben");
        var call = workspace.Submit("call");
        workspace.Do(Set(Presence.Away, "meeting", "ann", "ben"));

        Assert.Equal(TicketState.Queued, workspace.State(call));
        Assert.All(["ann", "ben"], id => Assert.Equal((Presence.Away, new SetBy(Boss, "all hands")), (Record(workspace, id).Presence, Record(workspace, id).PresenceSet)));
        Assert.Equal([new SetBy(Boss, "all hands"), new SetBy(Boss, "all hands")], workspace.FactsOf<PresenceChanged>().TakeLast(2).Select(f => f.Set!));
        workspace.Reload().Do(Set(Presence.Available, "", "ann", "ben"));
        Assert.Equal(TicketState.Offered, workspace.State(call));
    }

    [Fact]
    public void During_live_work_it_waits_for_its_end_and_keeps_who_wanted_it()
    {
        var workspace = new Workspace().Agent("ann");
        var call = workspace.Submit("call");
        workspace.Accept(call);
        workspace.Do(Set(Presence.Away, "meeting", "ann"));
        Assert.Equal((Presence.Available, Presence.Away), (Record(workspace, "ann").Presence, Record(workspace, "ann").NextPresence));
        workspace.Complete(call);
        workspace.Reload().After(30);
        Assert.Equal((Presence.Away, new SetBy(Boss, "all hands")), (Record(workspace, "ann").Presence, Record(workspace, "ann").PresenceSet));
        workspace.Available("ann");
        Assert.Null(Record(workspace, "ann").PresenceSet);
    }

    [Fact]
    public void Signed_out_by_a_supervisor_his_work_goes_to_others_and_not_to_those_who_go_with_him()
    {
        var workspace = new Workspace().Agent("ann").Agent("ben");
        var call = workspace.Submit("call");
        workspace.Accept(call);
        var first = workspace.Holder(call);
        workspace.Do(Set(Presence.Offline, "", "ann", "ben"));

        Assert.Equal(TicketState.Queued, workspace.State(call));
        Assert.Equal([SessionEnd.Supervisor, SessionEnd.Supervisor], workspace.FactsOf<SessionEnded>().Select(f => f.Cause));
        Assert.Equal(RequeueCause.HandedBack, Assert.Single(workspace.FactsOf<TicketRequeued>()).Cause);
        Assert.Equal(Activity.Unspecified, workspace.View(first).Activity);
    }

    [Fact]
    public void All_or_none()
    {
        var workspace = new Workspace().Agent("ann").Register("ben");
        Assert.Equal(Reason.NoSession, workspace.Refusal(Set(Presence.Away, "meeting", "ann", "ben")));
        Assert.Equal(Reason.UnknownAgent, workspace.Refusal(Set(Presence.Away, "meeting", "ann", "cem")));
        Assert.Equal(Reason.UnknownAwayReason, workspace.Refusal(Set(Presence.Away, "beach", "ann")));
        Assert.Equal(Reason.InvalidRequest, workspace.Refusal(Set(Presence.Unspecified, "", "ann")));
        Assert.Equal(Reason.NoSession, workspace.Refusal(Drain(0, false, "ann", "ben")));
        Assert.Equal(Presence.Available, Record(workspace, "ann").Presence);
    }

    [Fact]
    public void Drained_he_takes_nothing_new_until_it_is_stopped()
    {
        var workspace = new Workspace().Agent("ann");
        var offered = workspace.Submit("chat");
        workspace.Do(Drain(0, false, "ann"));
        Assert.Equal(TicketState.Queued, workspace.State(offered));
        Assert.Equal([WhyNot.Draining], workspace.Engine.Explain(offered, "ann")!.Agent!.WhyNot);
        Assert.True(Assert.Single(workspace.Engine.LiveAgents()).Draining);

        workspace.Reload().Do(Drain(0, true, "ann"));
        Assert.Equal(TicketState.Offered, workspace.State(offered));
        Assert.Equal(new SetBy(Boss, "all hands"), workspace.FactsOf<DrainChanged>()[^1].Ended);
    }

    [Fact]
    public void A_drain_planned_for_later_begins_at_its_time_over_a_reload()
    {
        var workspace = new Workspace().Agent("ann");
        workspace.Do(Drain(workspace.Now + 60_000, false, "ann"));
        var call = workspace.Submit("call");
        workspace.Accept(call);
        workspace.Reload().After(59.9);
        Assert.False(Record(workspace, "ann").Draining);
        workspace.After(0.1);
        Assert.True(Record(workspace, "ann").Draining);
        Assert.Equal(TicketState.Assigned, workspace.State(call));
        Assert.Equal([false, true], workspace.FactsOf<DrainChanged>().Select(f => f.Draining));
    }

    [Fact]
    public void Who_is_away_is_no_longer_drained()
    {
        var workspace = new Workspace().Agent("ann");
        workspace.Do(Drain(0, false, "ann"));
        workspace.Away("ann");
        workspace.Available("ann");
        Assert.Equal(TicketState.Offered, workspace.State(workspace.Submit("chat")));
        Assert.Null(Record(workspace, "ann").Drain);
    }

    [Fact]
    public void A_new_session_is_not_drained()
    {
        var workspace = new Workspace().Agent("ann");
        workspace.Do(Drain(0, false, "ann"));
        workspace.SignOut("ann");
        workspace.SignIn("ann");
        Assert.Equal(TicketState.Offered, workspace.State(workspace.Submit("chat")));
    }

    [Fact]
    public void Away_for_a_channel_he_takes_the_others()
    {
        var workspace = new Workspace().Agent("ann");
        var chat = workspace.Submit("chat");
        workspace.Do(new SetPresence("ann", Presence.Away, "technical", AtOnce: false, "chat"));
        Assert.Equal(TicketState.Queued, workspace.State(chat));
        Assert.Equal([WhyNot.Channel], workspace.Engine.Explain(chat, "ann")!.Agent!.WhyNot);
        Assert.Equal(TicketState.Offered, workspace.State(workspace.Submit("call")));
        Assert.Equal([new ChannelAway("chat", "technical")], Record(workspace.Reload(), "ann").AwayChannels);
    }

    [Fact]
    public void Available_again_for_the_channel_he_is_given_what_waits()
    {
        var workspace = new Workspace().Agent("ann");
        workspace.Do(new SetPresence("ann", Presence.Away, "technical", AtOnce: false, "chat"));
        var chat = workspace.Submit("chat");
        workspace.Reload().Do(new SetPresence("ann", Presence.Available, "", AtOnce: false, "chat"));
        Assert.Equal(TicketState.Offered, workspace.State(chat));
        Assert.Equal(["chat", "chat"], workspace.FactsOf<PresenceChanged>().TakeLast(2).Select(f => f.Channel));
        Assert.Equal(Reason.UnknownChannel, workspace.Refusal(new SetPresence("ann", Presence.Away, "technical", AtOnce: false, "fax")));
        Assert.Equal(Reason.InvalidRequest, workspace.Refusal(new SetPresence("ann", Presence.Offline, "", AtOnce: false, "chat")));
    }

    private static SetAgentsPresence Set(Presence presence, string reason, params string[] ids) => new(ids, presence, reason, AtOnce: false, Boss, "all hands");

    private static DrainAgents Drain(long at, bool stop, params string[] ids) => new(ids, at, stop, Boss, "all hands");

    private static Records.AgentRecord Record(Workspace workspace, string id) => workspace.View(id).Record;
}
