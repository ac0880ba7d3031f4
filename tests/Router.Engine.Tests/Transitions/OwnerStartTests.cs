using Router.Engine.Agents;
using Router.Engine.Events;
using Router.Engine.Records;
using Router.Engine.Tests.Scaffold;
using Router.Engine.Tickets;

namespace Router.Engine.Tests.Transitions;

/// <summary>After an outage customers' time ran on, agents' time did not, and nobody is blamed.</summary>
public sealed class OwnerStartTests
{
    [Fact]
    public void It_tells_its_term_and_the_outage()
    {
        var workspace = new Workspace();
        workspace.Restart(30);
        var started = workspace.FactsOf<OwnerStarted>()[^1];
        Assert.Equal((2, 30_000, false), (started.Term, started.OutageMs, started.WritesLost));
    }

    [Fact]
    public void Lost_writes_are_told()
    {
        var engine = new WorkspaceEngine(WorkspaceRecord.Empty);
        engine.StartOwner(1, 1_000, writesLost: true);
        Assert.True(((OwnerStarted)Assert.Single(engine.TakeChanges().Facts)).WritesLost);
    }

    [Fact]
    public void Time_does_not_run_backwards()
    {
        var workspace = new Workspace().After(10);
        workspace.Engine.StartOwner(2, workspace.Now - 5_000);
        Assert.Equal(workspace.Now, workspace.Engine.Now);
        Assert.Equal(0, ((OwnerStarted)Assert.Single(workspace.Engine.TakeChanges().Facts)).OutageMs);
    }

    [Fact]
    public void Open_offers_are_withdrawn_and_count_as_no_miss()
    {
        var workspace = new Workspace().Agent("ann");
        var call = workspace.Submit("call");
        workspace.Restart(100);
        Assert.Equal(TicketState.Queued, workspace.State(call));
        Assert.Equal(OfferEnd.Outage, Assert.Single(workspace.FactsOf<OfferEnded>()).End);
        workspace.After(0);
        Assert.Equal(Presence.Available, workspace.View("ann").Record.Presence);
        workspace.Resume("ann");
        Assert.Equal(("ann", 2), (workspace.Holder(call), workspace.Ticket(call).OfferNo));
    }

    [Fact]
    public void Accepted_work_stays_for_a_minute_at_the_least_and_then_for_good()
    {
        var workspace = new Workspace().Agent("ann");
        var call = workspace.Submit("call");
        workspace.Accept(call);
        workspace.Restart(1_000);
        Assert.Equal(TicketState.Assigned, workspace.After(59.999).State(call));
        workspace.Resume("ann");
        Assert.Equal(TicketState.Assigned, workspace.After(1_000).State(call));
    }

    [Fact]
    public void Of_an_agent_who_does_not_come_back_it_goes_to_its_place_after_that_minute()
    {
        var workspace = new Workspace().Agent("ann");
        var call = workspace.Submit("call");
        workspace.Accept(call);
        Assert.Equal(TicketState.Queued, workspace.Restart(1_000).After(60).State(call));
        Assert.Equal(Presence.Offline, workspace.View("ann").Record.Presence);
    }

    [Fact]
    public void A_longer_grace_than_that_minute_holds()
    {
        var workspace = new Workspace().Agent("ann");
        var email = workspace.Submit("email");
        Assert.Equal(TicketState.Assigned, workspace.Restart(10).After(28_799.999).State(email));
        Assert.Equal(TicketState.Queued, workspace.After(0.001).State(email));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_session_that_was_lost_before_keeps_what_it_had_left(bool sessionsLive)
    {
        var workspace = new Workspace(Rules.WithChannel("call", c => c with { GraceSeconds = 200 })).Agent("ann");
        var call = workspace.Submit("call");
        workspace.Accept(call);
        workspace.Lose("ann");
        workspace.After(50).Restart(1_000, sessionsLive);
        Assert.Equal(TicketState.Assigned, workspace.After(149.999).State(call));
        Assert.Equal(TicketState.Queued, workspace.After(0.001).State(call));
    }

    [Fact]
    public void With_live_sessions_nothing_is_taken_from_anybody_and_work_goes_on()
    {
        var workspace = new Workspace().Agent("ann").Agent("bob");
        var mine = workspace.Submit("call");
        workspace.Accept(mine);
        var offered = workspace.Submit("call");
        workspace.Restart(1_000, sessionsLive: true);
        Assert.Equal((TicketState.Assigned, "ann"), (workspace.State(mine), workspace.Holder(mine)));
        Assert.Equal((TicketState.Offered, "bob", 2), (workspace.State(offered), workspace.Holder(offered), workspace.Ticket(offered).OfferNo));
        Assert.Equal(workspace.Now + 20_000, workspace.Ticket(offered).OfferExpiresAt);
    }

    [Fact]
    public void Wrap_up_and_cool_downs_move_by_the_outage()
    {
        var workspace = new Workspace().Agent("ann").Agent("bob");
        var call = workspace.Submit("call");
        workspace.Accept(call);
        workspace.Complete(call);
        var declined = workspace.Submit("chat");
        workspace.Decline(declined);
        workspace.After(10).Restart(1_000, sessionsLive: true);
        Assert.Equal(TicketState.WrappingUp, workspace.After(19.999).State(call));
        Assert.Equal(TicketState.Completed, workspace.After(0.001).State(call));
        Assert.Equal("ann", workspace.Holder(declined));
        workspace.Decline(declined);
        Assert.Equal(TicketState.Queued, workspace.After(29.999).State(declined));
        Assert.Equal("bob", workspace.After(0.001).Holder(declined));
    }

    [Fact]
    public void Customers_time_ran_on()
    {
        var workspace = new Workspace(Rules.WithService(q => q with { Steps = [new() { AfterMs = 60_000, DropAllSkills = true }] })).Register("ann");
        var mortal = workspace.Submit("call", timeToLive: 60);
        var patient = workspace.Submit("call", c => c with { Skills = [new("loans", 1)] });
        var scheduled = workspace.Submit("chat", startsIn: 60);
        workspace.Restart(60).After(0);
        Assert.Equal(TicketState.Expired, workspace.State(mortal));
        Assert.Equal(1, workspace.Ticket(patient).Step);
        Assert.Equal(TicketState.Queued, workspace.State(scheduled));
    }

    [Fact]
    public void A_held_agent_whose_session_has_to_resume_is_released()
    {
        var workspace = new Workspace().Agent("ann");
        workspace.Accept(workspace.Submit("chat"));
        var call = workspace.Submit("call");
        workspace.Restart(1);
        Assert.Equal("", workspace.Ticket(call).HeldAgentId);
        workspace.Resume("ann");
        Assert.Equal("ann", workspace.Ticket(call).HeldAgentId);
    }

    [Fact]
    public void What_waits_is_shared_out_by_load()
    {
        var workspace = new Workspace(Rules.WithChannel("email", c => c with { AcceptMode = Policies.AcceptMode.Manual })).Agent("ann").Agent("bob");
        var emails = Enumerable.Range(0, 4).Select(_ => workspace.Submit("email")).ToList();
        workspace.Change(p => p.WithChannel("email", c => c with { AcceptMode = Policies.AcceptMode.Auto }));
        workspace.Restart(10, sessionsLive: true);
        Assert.Equal(["ann", "bob", "ann", "bob"], emails.Select(workspace.Holder));
    }
}
