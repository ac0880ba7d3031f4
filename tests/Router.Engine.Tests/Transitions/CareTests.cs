using Router.Engine.Agents;
using Router.Engine.Commands;
using Router.Engine.Events;
using Router.Engine.Policies;
using Router.Engine.Queries;
using Router.Engine.Tests.Scaffold;
using Router.Engine.Tickets;

namespace Router.Engine.Tests.Transitions;

/// <summary>Agents rest after hard tickets and after too much work.</summary>
public sealed class CareTests
{
    private static readonly AgentCare Breather = new() { BreatherSeconds = 120 };

    [Fact]
    public void After_a_ticket_marked_hard_he_rests_and_then_is_given_what_waits()
    {
        var workspace = With(Breather).Agent("ann");
        Handle(workspace, 60, mark: true);
        var next = workspace.Submit("call");
        Assert.Equal((TicketState.Queued, Activity.Resting), (workspace.State(next), workspace.View("ann").Activity));
        var told = workspace.Engine.Explain(next, "ann")!;
        Assert.Equal((WhyNot.Resting, 1, 0), (Assert.Single(told.Agent!.WhyNot), told.Steps[0].Resting, told.Steps[0].Eligible));
        Assert.Equal(workspace.Now + 120_000, told.Agent.Until);

        workspace.Reload().After(119.9);
        Assert.Equal(TicketState.Queued, workspace.State(next));
        workspace.After(0.1);
        Assert.Equal(TicketState.Offered, workspace.State(next));
        Assert.Equal([RestCause.Breather, RestCause.None], workspace.FactsOf<AgentRested>().Select(f => f.Cause));
    }

    [Fact]
    public void The_chat_that_he_is_offered_no_longer_goes_to_others_before_the_hard_email_that_he_hands_over()
    {
        var workspace = With(Breather).Agent("ann");
        var email = workspace.Submit("email");
        var chat = workspace.Submit("chat");
        workspace.Agent("bob");
        workspace.Do(new MarkHard("ann", email, 1));
        workspace.Do(new Transfer("ann", email, 1, new(Rules.Service, null, []), ""));
        Assert.Equal(("bob", TicketState.Queued), (workspace.Holder(chat), workspace.State(email)));
    }

    [Fact]
    public void Not_marked_he_does_not_rest()
    {
        var workspace = With(Breather).Agent("ann");
        Handle(workspace, 60, mark: false);
        Assert.Equal(TicketState.Offered, workspace.State(workspace.Submit("call")));
    }

    [Fact]
    public void Marked_where_there_is_no_breather_it_is_told_and_nothing_follows()
    {
        var workspace = With(null).Agent("ann");
        var ticket = Handle(workspace, 60, mark: true);
        Assert.Equal((ticket, false), workspace.FactsOf<TicketMarkedHard>().Select(f => (f.TicketId, f.ByLength)).Single());
        Assert.Equal(TicketState.Offered, workspace.State(workspace.Submit("call")));
    }

    [Theory]
    [InlineData(300, false)]
    [InlineData(300.001, true)]
    public void Handled_for_longer_than_set_it_was_hard(double seconds, bool hard)
    {
        var workspace = With(Breather with { HardAfterSeconds = 300 }).Agent("ann");
        Handle(workspace, seconds, mark: false);
        Assert.Equal(hard, workspace.FactsOf<TicketMarkedHard>().Any(f => f.ByLength));
        Assert.Equal(hard ? TicketState.Queued : TicketState.Offered, workspace.State(workspace.Submit("call")));
    }

    [Fact]
    public void Marked_in_wrap_up_or_twice_it_is_marked_once()
    {
        var workspace = With(Breather, wrapUp: true).Agent("ann");
        var ticket = workspace.Submit("call");
        workspace.Accept(ticket);
        workspace.Complete(ticket);
        workspace.Do(new MarkHard("ann", ticket, 1));
        workspace.Do(new MarkHard("ann", ticket, 1));
        Assert.Single(workspace.FactsOf<TicketMarkedHard>());
        workspace.Reload().After(60);
        Assert.Equal(Activity.Resting, workspace.View("ann").Activity);
    }

    [Fact]
    public void Handed_over_the_hard_ticket_gives_the_breather_to_who_had_it()
    {
        var workspace = With(Breather).Agent("ann");
        var ticket = workspace.Submit("call");
        workspace.Accept(ticket);
        workspace.Do(new MarkHard("ann", ticket, 1));
        workspace.Park(ticket, 60);
        Assert.True(workspace.View("ann").Record.RestUntil > 0);
        workspace.After(61);
        Assert.Equal(TicketState.Queued, workspace.State(ticket));
        workspace.After(60);
        workspace.Accept(ticket);
        Assert.False(workspace.Ticket(ticket).Hard);
    }

    [Fact]
    public void While_he_rests_an_open_offer_goes_to_another()
    {
        var workspace = With(Breather).Agent("ann");
        var hard = workspace.Submit("chat");
        workspace.Accept(hard);
        var open = workspace.Submit("chat");
        Assert.Equal("ann", workspace.Ticket(open).AgentId);
        workspace.Do(new MarkHard("ann", hard, 1));
        workspace.Complete(hard);
        Assert.Equal(TicketState.Queued, workspace.State(open));
        Assert.Equal(OfferEnd.PresenceChanged, workspace.FactsOf<OfferEnded>()[^1].End);
    }

    [Fact]
    public void A_new_session_begins_rested()
    {
        var workspace = With(Breather).Agent("ann");
        Handle(workspace, 60, mark: true);
        workspace.SignOut("ann");
        workspace.SignIn("ann");
        Assert.Equal(TicketState.Offered, workspace.State(workspace.Submit("call")));
    }

    [Fact]
    public void The_outage_is_no_part_of_the_breather()
    {
        var workspace = With(Breather).Agent("ann");
        Handle(workspace, 60, mark: true);
        workspace.Restart(600, sessionsLive: true);
        Assert.Equal(TicketState.Queued, workspace.State(workspace.Submit("call")));
    }

    [Fact]
    public void At_work_for_too_much_of_the_hour_he_rests_until_it_is_less()
    {
        var workspace = With(new AgentCare { MaxOccupancyPercent = 50 }).Agent("ann");
        Handle(workspace, 1_790, mark: false);
        var second = workspace.Submit("call");
        workspace.Accept(second);
        workspace.Reload().After(9);
        Assert.False(workspace.View("ann").Record.Overloaded);
        workspace.After(1);
        Assert.True(workspace.View("ann").Record.Overloaded);
        workspace.Complete(second);
        var third = workspace.Submit("call");
        Assert.Equal((TicketState.Queued, Activity.Resting), (workspace.State(third), workspace.View("ann").Activity));

        // The hour's first five minutes, in which he was at work all the time, are over an hour later.
        workspace.Reload().After(1_800);
        Assert.Equal(TicketState.Offered, workspace.State(third));
        Assert.InRange(workspace.View("ann").Record.BusySlices.Count, 1, 12);
        Assert.Equal([RestCause.Occupancy, RestCause.None], workspace.FactsOf<AgentRested>().Select(f => f.Cause));
    }

    [Fact]
    public void A_policy_without_the_cap_forgets_the_hour_and_gives_what_waits()
    {
        var workspace = With(new AgentCare { MaxOccupancyPercent = 1 }).Agent("ann");
        Handle(workspace, 40, mark: false);
        var next = workspace.Submit("call");
        Assert.Equal(TicketState.Queued, workspace.State(next));
        workspace.Do(new ChangePolicy(p => p with { AgentCare = null }));
        workspace.After(1);
        Assert.Equal(TicketState.Offered, workspace.State(next));
        Assert.Empty(workspace.View("ann").Record.BusySlices);
    }

    [Fact]
    public void A_drain_begins_before_the_shift_ends()
    {
        var workspace = With(new AgentCare { DrainBeforeSeconds = 300 }).Agent("ann");
        workspace.Do(new DrainAgents(["ann"], workspace.Now + 400_000, Stop: false, null, "shift ends"));
        workspace.Reload().After(99.9);
        Assert.False(workspace.View("ann").Record.Draining);
        workspace.After(0.1);
        Assert.True(workspace.View("ann").Record.Draining);
    }

    [Fact]
    public void Only_the_owner_may_mark_it()
    {
        var workspace = With(Breather).Agent("ann");
        var ticket = workspace.Submit("call");
        Assert.Equal(Reason.NotYourAssignment, workspace.Refusal(new MarkHard("ann", ticket, 1)));
        workspace.Accept(ticket);
        Assert.Equal(Reason.NotYourAssignment, workspace.Refusal(new MarkHard("ben", ticket, 1)));
        Assert.Equal(Reason.UnknownTicket, workspace.Refusal(new MarkHard("ann", "9-9", 1)));
    }

    private static Workspace With(AgentCare? care, bool wrapUp = false) => new(Rules.Standard with
    {
        AgentCare = care,
        Channels = [.. Rules.Standard.Channels.Select(c => c with { WrapUp = wrapUp ? new(WrapUpKind.Timed, 30) : WrapUpRule.None })],
    });

    private static string Handle(Workspace workspace, double seconds, bool mark)
    {
        var ticket = workspace.Submit("call");
        workspace.Accept(ticket);
        workspace.After(seconds);
        if (mark)
        {
            workspace.Do(new MarkHard("ann", ticket, workspace.Ticket(ticket).AssignmentNo));
        }

        workspace.Complete(ticket);
        return ticket;
    }
}
