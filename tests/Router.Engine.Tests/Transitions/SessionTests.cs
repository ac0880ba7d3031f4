using Router.Engine.Agents;
using Router.Engine.Commands;
using Router.Engine.Events;
using Router.Engine.Tests.Scaffold;
using Router.Engine.Tickets;

namespace Router.Engine.Tests.Transitions;

/// <summary>Sign-in, take-over, loss, resumption and sign-out.</summary>
public sealed class SessionTests
{
    [Fact]
    public void SignIn_Available_IsGivenWhatWaits()
    {
        var workspace = new Workspace().Register("ann");
        var call = workspace.Submit("call");
        var view = workspace.SignIn("ann");
        Assert.Equal(Activity.Offered, view.Activity);
        Assert.Equal(call, Assert.Single(view.Tickets).Id);
    }

    [Fact]
    public void SignIn_Away_IsGivenNothing()
    {
        var workspace = new Workspace().Register("ann");
        var call = workspace.Submit("call");
        workspace.SignIn("ann", presence: Presence.Away);
        Assert.Equal(TicketState.Queued, workspace.State(call));
    }

    [Fact]
    public void SignIn_NarrowedToChannels_TakesTheseAlone()
    {
        var workspace = new Workspace().Register("ann");
        workspace.SignIn("ann", channels: "chat");
        Assert.Equal(TicketState.Queued, workspace.State(workspace.Submit("call")));
        Assert.Equal(TicketState.Offered, workspace.State(workspace.Submit("chat")));
    }

    [Theory]
    [InlineData("fax", Reason.UnknownChannel)]
    [InlineData("call", Reason.WiderThanProfile)]
    public void SignIn_ToAChannelThatHeDoesNotHave_IsRefused(string channel, Reason reason)
    {
        var workspace = new Workspace().Register("ann", p => p with { Channels = [new("call", 100, 0)] });
        Assert.Equal(reason, workspace.Refusal(new SignIn("ann", "s", false, [channel])));
    }

    [Fact]
    public void SignIn_OfAnUnknownAgentOrWithAnUnknownPresence_IsRefused()
    {
        var workspace = new Workspace().Register("ann");
        Assert.Equal(Reason.UnknownAgent, workspace.Refusal(new SignIn("bob", "s", false, [])));
        Assert.Equal(Reason.InvalidRequest, workspace.Refusal(new SignIn("ann", "s", false, [], Presence.Offline)));
        Assert.Equal(Reason.UnknownAwayReason, workspace.Refusal(new SignIn("ann", "s", false, [], Presence.Away, "fishing")));
        Assert.Equal(Presence.Offline, workspace.View("ann").Record.Presence);
    }

    [Fact]
    public void A_second_sign_in_is_refused_and_with_take_over_goes_on_with_the_work_in_hand()
    {
        var workspace = new Workspace().Agent("ann");
        var call = workspace.Submit("call");
        workspace.Accept(call);
        Assert.Equal(Reason.SessionExists, workspace.Refusal(new SignIn("ann", "other", false, [])));
        var view = workspace.SignIn("ann", takeOver: true);
        Assert.Equal((TicketState.Assigned, call), (view.Tickets[0].State, view.Tickets[0].Id));
        Assert.True(workspace.FactsOf<SessionStarted>()[^1].TookOver);
        Assert.Equal(Reason.NoSession, workspace.Refusal(new LoseSession("ann", "s1", workspace.Now)));
    }

    [Fact]
    public void Open_offers_on_channels_that_the_new_session_does_not_take_go_back()
    {
        var workspace = new Workspace().Agent("ann");
        var call = workspace.Submit("call");
        workspace.SignIn("ann", takeOver: true, channels: "chat");
        Assert.Equal(TicketState.Queued, workspace.State(call));
    }

    [Fact]
    public void A_lost_session_may_be_signed_in_anew_without_take_over()
    {
        var workspace = new Workspace().Agent("ann");
        var call = workspace.Submit("call");
        workspace.Accept(call);
        workspace.Lose("ann");
        Assert.Equal(call, Assert.Single(workspace.SignIn("ann").Tickets).Id);
        Assert.Equal(TicketState.Assigned, workspace.After(100).State(call));
    }

    [Fact]
    public void Lose_TakesOffersBackWithoutBlame_AndGivesNothingMore()
    {
        var workspace = new Workspace().Agent("ann");
        var call = workspace.Submit("call");
        workspace.Lose("ann");
        Assert.Equal(TicketState.Queued, workspace.State(call));
        Assert.Equal(OfferEnd.SessionLost, Assert.Single(workspace.FactsOf<OfferEnded>()).End);
        Assert.Equal(TicketState.Queued, workspace.After(20).State(call));
        Assert.Equal(Presence.Available, workspace.View("ann").Record.Presence);
        workspace.Resume("ann");
        Assert.Equal(TicketState.Offered, workspace.State(call));
    }

    [Theory]
    [InlineData("call", 15)]
    [InlineData("chat", 60)]
    [InlineData("email", 28_800)]
    public void Accepted_work_comes_back_to_its_place_after_the_channels_grace(string channel, int grace)
    {
        var workspace = new Workspace().Agent("ann");
        var ticket = workspace.Submit(channel);
        var due = workspace.Ticket(ticket).DueAt;
        if (workspace.State(ticket) == TicketState.Offered)
        {
            workspace.Accept(ticket);
        }

        workspace.After(5).Lose("ann");
        Assert.Equal(TicketState.Assigned, workspace.After(grace - 0.001).State(ticket));
        Assert.Equal((TicketState.Queued, due), (workspace.After(0.001).State(ticket), workspace.Ticket(ticket).DueAt));
        var requeued = Assert.Single(workspace.FactsOf<TicketRequeued>());
        Assert.Equal((RequeueCause.SessionLost, (grace + 5) * 1_000L), (requeued.Cause, requeued.HandlingMs));
    }

    [Fact]
    public void Grace_counts_from_when_the_session_was_gone()
    {
        var workspace = new Workspace().Agent("ann");
        var call = workspace.Submit("call");
        workspace.Accept(call);
        workspace.After(10).Do(new LoseSession("ann", "s1", workspace.Now - 10_000));
        Assert.Equal(TicketState.Assigned, workspace.After(4.999).State(call));
        Assert.Equal(TicketState.Queued, workspace.After(0.001).State(call));
    }

    [Fact]
    public void Resume_InTime_KeepsTheWork()
    {
        var workspace = new Workspace().Agent("ann");
        var call = workspace.Submit("call");
        workspace.Accept(call);
        workspace.Lose("ann");
        workspace.After(14).Resume("ann");
        Assert.Equal(TicketState.Assigned, workspace.After(1_000).State(call));
    }

    [Fact]
    public void Work_that_comes_back_together_goes_out_in_due_order()
    {
        var workspace = new Workspace().Agent("ann");
        var chats = new[] { workspace.Submit("chat"), "" };
        workspace.Accept(chats[0]);
        chats[1] = workspace.Submit("chat", c => c with { Segment = "gold" });
        workspace.Change(p => p with { Queues = [Rules.Queue(Rules.Service) with { SegmentHeadStart = new Dictionary<string, int> { ["gold"] = 60 } }] });
        workspace.Accept(chats[1]);
        var urgent = workspace.Submit("chat", c => c with { Segment = "gold" });
        workspace.Accept(urgent);
        workspace.Lose("ann");
        workspace.Agent("bob").After(60);
        Assert.Equal((urgent, "bob"), (urgent, workspace.Holder(urgent)));
        Assert.All(chats, c => Assert.Equal(TicketState.Queued, workspace.State(c)));
    }

    [Fact]
    public void A_lost_session_with_nothing_in_hand_ends_after_a_minute()
    {
        var workspace = new Workspace().Agent("ann");
        workspace.Lose("ann");
        Assert.Equal(Presence.Available, workspace.After(59.999).View("ann").Record.Presence);
        Assert.Equal(Presence.Offline, workspace.After(0.001).View("ann").Record.Presence);
        Assert.Equal(SessionEnd.Lost, Assert.Single(workspace.FactsOf<SessionEnded>()).Cause);
    }

    [Fact]
    public void Wrap_up_runs_to_its_own_end_whatever_the_session_does()
    {
        var workspace = new Workspace().Agent("ann");
        var call = workspace.Submit("call");
        workspace.Accept(call);
        workspace.Complete(call);
        workspace.Lose("ann");
        Assert.Equal(TicketState.WrappingUp, workspace.After(29.999).State(call));
        Assert.Equal(TicketState.Completed, workspace.After(0.001).State(call));
        Assert.Equal(Presence.Offline, workspace.After(30).View("ann").Record.Presence);
    }

    [Fact]
    public void SignOut_WithNothingInHand_EndsTheSession()
    {
        var workspace = new Workspace().Agent("ann");
        var call = workspace.Submit("call");
        workspace.SignOut("ann");
        Assert.Equal((TicketState.Queued, Presence.Offline), (workspace.State(call), workspace.View("ann").Record.Presence));
        Assert.Equal(OfferEnd.SignedOut, Assert.Single(workspace.FactsOf<OfferEnded>()).End);
        Assert.Equal(Reason.NoSession, workspace.Refusal(new SignOut("ann", "s1", WorkInHand.Refuse)));
    }

    [Fact]
    public void SignOut_WithWorkInHand_AsksWhatBecomesOfIt()
    {
        var workspace = new Workspace().Agent("ann");
        var call = workspace.Submit("call");
        workspace.Accept(call);
        Assert.Equal(Reason.WorkInHand, workspace.Refusal(new SignOut("ann", "s1", WorkInHand.Refuse)));
        Assert.Equal(Presence.Available, workspace.View("ann").Record.Presence);
    }

    [Fact]
    public void SignOut_HandingBack_PutsTheWorkAtItsPlace()
    {
        var workspace = new Workspace().Agent("ann").Agent("bob");
        var call = workspace.Submit("call");
        workspace.Accept(call);
        workspace.SignOut("ann", WorkInHand.HandBack);
        Assert.Equal("bob", workspace.Holder(call));
        Assert.Equal(RequeueCause.HandedBack, Assert.Single(workspace.FactsOf<TicketRequeued>()).Cause);
        Assert.Equal(Presence.Offline, workspace.View("ann").Record.Presence);
    }

    [Fact]
    public void SignOut_Finishing_TakesNothingNewAndEndsWithTheLastTicket()
    {
        var workspace = new Workspace().Agent("ann");
        var chat = workspace.Submit("chat");
        workspace.Accept(chat);
        workspace.SignOut("ann", WorkInHand.Finish);
        Assert.Equal(TicketState.Queued, workspace.State(workspace.Submit("chat")));
        workspace.Reload().Complete(chat);
        Assert.Equal(Presence.Available, workspace.View("ann").Record.Presence);
        workspace.After(15);
        Assert.Equal(Presence.Offline, workspace.View("ann").Record.Presence);
    }

    [Fact]
    public void SignOut_InWrapUp_EndsTheSessionAndLeavesTheWrapUp()
    {
        var workspace = new Workspace().Agent("ann");
        var call = workspace.Submit("call");
        workspace.Accept(call);
        workspace.Complete(call);
        workspace.SignOut("ann");
        Assert.Equal((Presence.Offline, TicketState.WrappingUp), (workspace.View("ann").Record.Presence, workspace.State(call)));
        Assert.Equal(TicketState.Completed, workspace.After(30).State(call));
    }
}
