using Router.AgentClient.Requests;
using Router.AgentClient.Terminal.Modes;
using Router.V1;

namespace Router.Clients.Tests.AgentClient.Terminal;

public sealed class DeskTests
{
    [Fact]
    public void Typing_SurvivesEveryUpdate()
    {
        using var bench = InHand("t-1", "t-2");
        bench.Type("w");
        bench.Type("half a mess");

        bench.Tell(DeskBench.OfferOf("t-9", "Dov", 30));
        bench.Tell(new WorkUpdate { Message = Told.Message("t-1", 2, "Hello?") });
        bench.Tell(new WorkUpdate { RulesChanged = Told.Rules() });
        bench.Tell(new WorkUpdate { AssignmentEnded = new AssignmentEnded { TicketId = "t-2", AssignmentNo = 1, Reason = AssignmentEnd.Supervisor } });
        bench.Type("age");

        Assert.Contains("half a message", bench.Frame, StringComparison.Ordinal);
    }

    [Fact]
    public void TicketGoneWhileWriting_KeepsTheTextAndDoesNotSendIt()
    {
        using var bench = InHand("t-1", "t-2");
        bench.Type("wdear customer");
        bench.Tell(new WorkUpdate { AssignmentEnded = new AssignmentEnded { TicketId = "t-1", AssignmentNo = 1, Reason = AssignmentEnd.Supervisor } });
        bench.Keys(ConsoleKey.Enter);

        Assert.Empty(bench.Desk.TakeRequests());
        Assert.Contains("dear customer", bench.Frame, StringComparison.Ordinal);
        Assert.Contains("Not sent: this ticket is no longer yours.", bench.Frame, StringComparison.Ordinal);
    }

    [Fact]
    public void RefusedMessage_StandsAgainBeforeWhatWasWrittenSince()
    {
        using var bench = InHand("t-1");
        bench.Type("wfirst");
        bench.Keys(ConsoleKey.Enter);
        Assert.Matches("sending …(.|\n)*first", bench.Frame);
        bench.Type("second");

        bench.Desk.TakeRequests()[0].After(Answer.Of(new Refusal { Reason = Reason.TooLarge, Message = "too large" }));

        Assert.Equal("first\nsecond", bench.Desk.Drafts.MessageOf("t-1").Text);
        Assert.Contains("Not sent: too large", bench.Frame, StringComparison.Ordinal);
        Assert.DoesNotContain("sending", bench.Frame, StringComparison.Ordinal);
    }

    [Fact]
    public void Drafts_StayWithTheirTickets()
    {
        using var bench = InHand("t-1", "t-2");
        bench.Type("wto one");
        bench.Keys(ConsoleKey.Escape, ConsoleKey.DownArrow);
        bench.Type("wto two");
        bench.Keys(ConsoleKey.Escape, ConsoleKey.UpArrow, ConsoleKey.Enter);

        Assert.Equal("to one", bench.Desk.Drafts.MessageOf("t-1").Text);
        Assert.Equal("to two", bench.Desk.Drafts.MessageOf("t-2").Text);
        Assert.Contains("to one", bench.Lines[^3], StringComparison.Ordinal);
    }

    [Fact]
    public void Offer_CanBeAnsweredWhileWriting()
    {
        using var bench = InHand("t-1");
        bench.Type("wtext");
        bench.Tell(DeskBench.OfferOf("t-9", "Dov", 30));

        Assert.Contains("^A accept  ^D decline", bench.Hints, StringComparison.Ordinal);
        bench.Control(ConsoleKey.A);
        bench.Control(ConsoleKey.A);
        Assert.Single(bench.Desk.TakeRequests());
        Assert.IsType<Writing>(bench.Desk.Mode);
    }

    [Fact]
    public void Decline_AsksForAReasonAndGoesBackToWriting()
    {
        using var bench = InHand("t-1");
        bench.Type("wtext");
        bench.Tell(DeskBench.OfferOf("t-9", "Dov", 30));
        bench.Control(ConsoleKey.D);
        bench.Type("at lunch");

        Assert.Contains("Why do you decline? (may stay empty): Dov", bench.Frame, StringComparison.Ordinal);
        bench.Keys(ConsoleKey.Enter);
        Assert.Single(bench.Desk.TakeRequests());
        Assert.Equal("text", ((Writing)bench.Desk.Mode).Draft(bench.Desk).Text);
    }

    [Fact]
    public void Complete_OffersTheQueuesDispositionsAndANote()
    {
        using var bench = InHand("t-1");
        bench.Type("c");
        bench.Keys(ConsoleKey.DownArrow);
        bench.Type("calls again");

        Assert.Contains("1 Solved", bench.Frame, StringComparison.Ordinal);
        Assert.Contains("2 Call back", bench.Frame, StringComparison.Ordinal);
        Assert.Contains("3 none yet", bench.Frame, StringComparison.Ordinal);
        Assert.Equal(1, ((Completing)bench.Desk.Mode).Marked);
        Assert.Contains("calls again", bench.Frame, StringComparison.Ordinal);
        bench.Keys(ConsoleKey.Enter);
        Assert.Single(bench.Desk.TakeRequests());
    }

    [Fact]
    public void Complete_InWrapUp_AsksForADispositionAndMarksTheOneGiven()
    {
        using var bench = InHand("t-1");
        bench.Tell(new WorkUpdate { WrapUp = new WrapUpStarted { TicketId = "t-1", AssignmentNo = 1, EndedBy = EndedBy.Agent, Disposition = "call_back" } });
        bench.Type("c");

        Assert.DoesNotContain("none yet", bench.Frame, StringComparison.Ordinal);
        Assert.Equal(1, ((Completing)bench.Desk.Mode).Marked);
    }

    [Fact]
    public void RefusedComplete_KeepsTheNote()
    {
        using var bench = InHand("t-1");
        bench.Type("c");
        bench.Type("a long note");
        bench.Keys(ConsoleKey.Enter);
        bench.Desk.TakeRequests()[0].After(Answer.Of(new Refusal { Reason = Reason.DispositionRequired, Message = "name a disposition" }));
        bench.Type("c");

        Assert.Contains("a long note", bench.Frame, StringComparison.Ordinal);
    }

    [Fact]
    public void Presence_ListsTheWorkspacesReasons()
    {
        using var bench = InHand("t-1");
        bench.Type("p");

        Assert.Contains("1 Available", bench.Frame, StringComparison.Ordinal);
        Assert.Contains("3 Away: Meal", bench.Frame, StringComparison.Ordinal);
        Assert.Contains("4 Away: training", bench.Frame, StringComparison.Ordinal);
        Assert.Contains("5 On demand", bench.Frame, StringComparison.Ordinal);
        Assert.Contains("Enter after the work in hand  n now", bench.Hints, StringComparison.Ordinal);
        bench.Type("3");
        bench.Keys(ConsoleKey.Enter);
        Assert.Single(bench.Desk.TakeRequests());
        Assert.IsType<Browsing>(bench.Desk.Mode);
    }

    [Fact]
    public void SignOut_WithWorkInHand_AsksWhatBecomesOfIt()
    {
        using var bench = InHand("t-1");
        bench.Type("q");

        Assert.Contains("1 Finish what is in hand", bench.Frame, StringComparison.Ordinal);
        Assert.Contains("2 Hand it back", bench.Frame, StringComparison.Ordinal);
        bench.Keys(ConsoleKey.Escape);
        Assert.IsType<Browsing>(bench.Desk.Mode);
        Assert.Empty(bench.Desk.TakeRequests());
    }

    [Fact]
    public void Paste_IsTextWhereTextIsWrittenAndNoCommandElsewhere()
    {
        using var bench = InHand("t-1");
        bench.Tell(DeskBench.OfferOf("t-9", "Dov", 30));
        bench.Paste("a\nd");
        Assert.Empty(bench.Desk.TakeRequests());
        bench.Type("w");
        bench.Paste("one\ntwo");

        Assert.Empty(bench.Desk.TakeRequests());
        Assert.Equal("one\ntwo", bench.Desk.Drafts.MessageOf("t-1").Text);
    }

    [Theory]
    [InlineData(OfferWithdrawal.Expired, true, "You missed Dov.")]
    [InlineData(OfferWithdrawal.Abandoned, false, "Dov left before you answered.")]
    [InlineData(OfferWithdrawal.Taken, false, "Another agent was first with Dov.")]
    [InlineData(OfferWithdrawal.Outage, false, "nobody is blamed")]
    public void WithdrawnOffer_IsExplained(OfferWithdrawal reason, bool missed, string expected)
    {
        using var bench = new DeskBench();
        bench.Tell(DeskBench.OfferOf("t-9", "Dov", 30));
        bench.Tell(new WorkUpdate { OfferWithdrawn = new OfferWithdrawn { TicketId = "t-9", OfferNo = 1, Reason = reason, Missed = missed } });

        Assert.Contains(expected, bench.Lines[1], StringComparison.Ordinal);
        Assert.DoesNotContain("OFFER", bench.Frame, StringComparison.Ordinal);
    }

    [Fact]
    public void SetAwayBySystem_SaysHowToComeBack()
    {
        using var bench = new DeskBench();
        var away = new AgentPresence { Presence = Presence.Away, AwayReason = "no_answer", SetBy = new Actor { Kind = ActorKind.System } };
        bench.Tell(new WorkUpdate { PresenceChanged = new PresenceChanged { Presence = away, Activity = AgentActivity.Idle } });

        Assert.Contains("away: no answer", bench.Lines[0], StringComparison.Ordinal);
        Assert.Contains("Press p when you are back.", bench.Lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public void DrainedByASupervisor_SaysSoAndWhy()
    {
        using var bench = new DeskBench { Width = 120 };
        var boss = new Actor { Kind = ActorKind.Supervisor, Id = "boss" };
        var drained = new AgentPresence { Presence = Presence.Available, Draining = true, DrainedBy = boss, DrainWhy = "shift ends" };
        bench.Tell(new WorkUpdate { PresenceChanged = new PresenceChanged { Presence = drained, Activity = AgentActivity.Idle } });

        Assert.Contains("takes nothing new", bench.Lines[0], StringComparison.Ordinal);
        Assert.Contains("A supervisor wants you to take nothing new: shift ends.", bench.Lines[1], StringComparison.Ordinal);

        var back = new AgentPresence { Presence = Presence.Available, Channels = { new ChannelPresence { Channel = "chat", Presence = Presence.Away } } };
        bench.Tell(new WorkUpdate { PresenceChanged = new PresenceChanged { Presence = back, Activity = AgentActivity.Idle } });
        Assert.Contains("no chat", bench.Lines[0], StringComparison.Ordinal);
        Assert.Contains("You take new work again.", bench.Lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public void MessagesOnScreen_AreConfirmedOnce()
    {
        using var bench = InHand("t-1", "t-2");
        bench.Tell(new WorkUpdate { Message = Told.Message("t-1", 2, "Hello?") });

        Assert.Equal(("t-1", 2), bench.Desk.MarkShown());
        Assert.Null(bench.Desk.MarkShown());
        bench.Tell(new WorkUpdate { Message = Told.Message("t-2", 2, "Hello?") });
        Assert.Null(bench.Desk.MarkShown());
        bench.Keys(ConsoleKey.DownArrow);
        Assert.Equal(("t-2", 2), bench.Desk.MarkShown());
    }

    private static DeskBench InHand(params string[] tickets) => new(fill: told => told.Assignments.AddRange(
        tickets.Select(ticket => Told.Assignment(ticket, Told.Noon, "chat", Told.Message(ticket, 1, "Labas")))));
}
