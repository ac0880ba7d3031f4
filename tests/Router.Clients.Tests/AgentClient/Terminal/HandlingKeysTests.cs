using Google.Protobuf.WellKnownTypes;
using Router.AgentClient.Requests;
using Router.AgentClient.Terminal.Modes;
using Router.V1;

namespace Router.Clients.Tests.AgentClient.Terminal;

/// <summary>Hold, park, transfer and more time, by their keys.</summary>
public sealed class HandlingKeysTests
{
    [Fact]
    public void Hold_AsksOnceAndThenOffersToResume()
    {
        using var bench = InHand();
        Assert.Contains("h hold  k park  t transfer", bench.Hints, StringComparison.Ordinal);
        bench.Type("h");
        Assert.Single(bench.Desk.TakeRequests());

        var held = Told.Assignment("t-1", Told.Noon, "chat");
        held.OnHold = true;
        bench.Tell(new WorkUpdate { AssignmentChanged = new AssignmentChanged { Assignment = held } });

        Assert.Contains("h resume", bench.Hints, StringComparison.Ordinal);
        Assert.Contains("on hold", bench.Frame, StringComparison.Ordinal);
    }

    [Fact]
    public void Refused_IsSaid()
    {
        using var bench = InHand();
        bench.Type("h");
        bench.Desk.TakeRequests()[0].After(Answer.Of(new Refusal { Reason = Reason.WrongState, Message = "the customer is on hold already" }));
        Assert.Contains("Not on hold: the customer is on hold already", bench.Frame, StringComparison.Ordinal);
    }

    [Fact]
    public void CalledBack_ShowsTheNumberAndAsksForTheOutcome()
    {
        using var bench = new DeskBench();
        var assignment = Told.Assignment("t-1", Told.Noon, "chat");
        assignment.Ticket.CallBack = new CallBack { Number = "+972 3 555 0100", Attempts = { new CallBackAttempt { Outcome = "no_answer" } } };
        bench.Tell(new WorkUpdate { Assignment = assignment });
        bench.Keys(ConsoleKey.Tab, ConsoleKey.Tab);
        Assert.Contains("+972 3 555 0100", bench.Frame, StringComparison.Ordinal);
        Assert.Contains("b called back", bench.Hints, StringComparison.Ordinal);
        bench.Type("b3");
        Assert.Contains("Wrong number", bench.Frame, StringComparison.Ordinal);
        bench.Keys(ConsoleKey.Enter);
        Assert.Single(bench.Desk.TakeRequests());
        bench.Tell(new WorkUpdate { AssignmentEnded = new AssignmentEnded { TicketId = "t-1", AssignmentNo = 1, Reason = AssignmentEnd.CallBack } });
        Assert.Contains("is called again later", bench.Frame, StringComparison.Ordinal);
    }

    [Fact]
    public void CalledBack_OnceReached_IsNotAskedAgain()
    {
        using var bench = new DeskBench();
        var assignment = Told.Assignment("t-1", Told.Noon, "chat");
        assignment.Ticket.CallBack = new CallBack { Number = "+972 3 555 0100" };
        bench.Tell(new WorkUpdate { Assignment = assignment });
        Assert.Contains("b called back", bench.Hints, StringComparison.Ordinal);

        var changed = assignment.Clone();
        changed.Ticket.CallBack.Attempts.Add(new CallBackAttempt { Time = assignment.AssignedAt, Outcome = "reached" });
        bench.Tell(new WorkUpdate { AssignmentChanged = new AssignmentChanged { Assignment = changed } });

        Assert.DoesNotContain("b called back", bench.Hints, StringComparison.Ordinal);
        bench.Type("b3");
        Assert.DoesNotContain("Wrong number", bench.Frame, StringComparison.Ordinal);
    }

    [Fact]
    public void Park_TakesANoteAndCanBeLeft()
    {
        using var bench = InHand();
        bench.Type("k");
        bench.Keys(ConsoleKey.Escape);
        Assert.Empty(bench.Desk.TakeRequests());
        bench.Type("kasked for the bill");
        Assert.Contains("asked for the bill", bench.Frame, StringComparison.Ordinal);
        bench.Keys(ConsoleKey.Enter);
        Assert.Single(bench.Desk.TakeRequests());
        Assert.IsType<Browsing>(bench.Desk.Mode);
    }

    [Fact]
    public void Transfer_AsksForTheQueueAndThenForANote()
    {
        using var bench = InHand();
        bench.Type("t");
        bench.Keys(ConsoleKey.Enter);
        Assert.Contains("to which queue, @agent, @@agent (asked first):", bench.Frame, StringComparison.Ordinal);
        bench.Type("loans");
        bench.Keys(ConsoleKey.Enter);
        Assert.Contains("over to loans: note", bench.Frame, StringComparison.Ordinal);
        bench.Type("wants a loan");
        bench.Keys(ConsoleKey.Enter);
        Assert.Single(bench.Desk.TakeRequests());
    }

    [Fact]
    public void Transfer_ToAnAgent_IsAskedForByAnAt()
    {
        using var bench = InHand();
        bench.Type("t@noa");
        bench.Keys(ConsoleKey.Enter);
        Assert.Contains("over to noa: note", bench.Frame, StringComparison.Ordinal);
        bench.Keys(ConsoleKey.Enter);
        Assert.Single(bench.Desk.TakeRequests());
    }

    [Theory]
    [InlineData("t@")]
    [InlineData("t@@")]
    [InlineData("i@")]
    public void AtWithoutAnAgent_AsksForHisId(string keys)
    {
        using var bench = InHand();
        bench.Type(keys);
        bench.Keys(ConsoleKey.Enter, ConsoleKey.Enter);

        Assert.Empty(bench.Desk.TakeRequests());
        Assert.Contains("Write an agent's id after the @, or a queue's name.", bench.Frame, StringComparison.Ordinal);
        bench.Type("noa");
        bench.Keys(ConsoleKey.Enter);
        Assert.Contains("noa", bench.Frame, StringComparison.Ordinal);
        bench.Keys(ConsoleKey.Enter);
        Assert.Single(bench.Desk.TakeRequests());
    }

    [Fact]
    public void LongProblem_IsToldToItsEnd()
    {
        using var bench = InHand();
        bench.Type("h");
        var message = $"{string.Join(' ', Enumerable.Repeat("word", 30))} the end";
        bench.Desk.TakeRequests()[0].After(Answer.Of(new Refusal { Reason = Reason.WrongState, Message = message }));

        Assert.Contains("the end", bench.Lines[3], StringComparison.Ordinal);
        Assert.Equal(24, bench.Lines.Length);
        Assert.Contains("h hold", bench.Hints, StringComparison.Ordinal);
    }

    [Fact]
    public void Rest_CountsDown()
    {
        using var bench = new DeskBench();
        var rest = new AgentPresence
        {
            Presence = Presence.Available,
            Resting = true,
            RestingUntil = Timestamp.FromDateTimeOffset(Told.Noon.AddSeconds(90)),
        };
        bench.Tell(new WorkUpdate { PresenceChanged = new PresenceChanged { Presence = rest, Activity = AgentActivity.Resting } });

        Assert.Contains("resting, 90 s", bench.Lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public void WarmTransfer_IsAskedForByTwoAts_IsShownAndCanBeCalledOff()
    {
        using var bench = InHand();
        bench.Width = 120;
        bench.Type("t@@noa");
        bench.Keys(ConsoleKey.Enter);
        Assert.Contains("Ask noa to take", bench.Frame, StringComparison.Ordinal);
        bench.Keys(ConsoleKey.Enter);
        Assert.Single(bench.Desk.TakeRequests());

        var asked = Told.Assignment("t-1", Told.Noon, "chat");
        asked.Ticket.Assignment = new CurrentAssignment
        {
            Handover = new OpenOffer { OfferNo = 2, AgentId = "noa", ExpiresAt = Timestamp.FromDateTimeOffset(Told.Noon.AddSeconds(30)) },
        };
        bench.Tell(new WorkUpdate { AssignmentChanged = new AssignmentChanged { Assignment = asked } });

        Assert.Contains("asks noa", bench.Frame, StringComparison.Ordinal);
        Assert.Contains("t keep it", bench.Hints, StringComparison.Ordinal);
        bench.Type("t");
        Assert.Single(bench.Desk.TakeRequests());
    }

    [Fact]
    public void WarmTransfer_ToThisAgent_SaysWhoAsksAndWhy()
    {
        using var bench = new DeskBench();
        var offer = Told.Offer("t-1", Told.Noon.AddSeconds(30));
        (offer.Kind, offer.FromAgentId, offer.Note) = (OfferKind.Handover, "noa", "wants a loan");
        bench.Tell(new WorkUpdate { Offer = offer });
        Assert.Contains("HAND-OVER", bench.Frame, StringComparison.Ordinal);
        Assert.Contains("from noa", bench.Frame, StringComparison.Ordinal);
        Assert.Contains("wants a loan", bench.Frame, StringComparison.Ordinal);
    }

    [Fact]
    public void ParkForMe_SaysSo()
    {
        using var bench = InHand();
        bench.Type("m");
        Assert.Contains("for yourself", bench.Frame, StringComparison.Ordinal);
        bench.Keys(ConsoleKey.Enter);
        Assert.Single(bench.Desk.TakeRequests());
    }

    [Fact]
    public void WasHard_IsAskedForAtOnce()
    {
        using var bench = InHand();
        Assert.Contains("! was hard", bench.Hints, StringComparison.Ordinal);
        bench.Type("!");
        Assert.Single(bench.Desk.TakeRequests());
    }

    [Fact]
    public void NoKey_MeansTwoThings()
    {
        using var bench = InHand();
        var keys = bench.Hints.Split("  ", StringSplitOptions.RemoveEmptyEntries).Select(h => h.Split(' ')[0]).ToList();
        Assert.Equal(keys.Distinct(), keys);
    }

    [Fact]
    public void GoneMeanwhile_IsSaidAndNotAsked()
    {
        using var bench = InHand();
        bench.Type("knote");
        bench.Tell(new WorkUpdate { AssignmentEnded = new AssignmentEnded { TicketId = "t-1", AssignmentNo = 1, Reason = AssignmentEnd.Supervisor } });
        bench.Keys(ConsoleKey.Enter);
        Assert.Empty(bench.Desk.TakeRequests());
        Assert.Contains("Not parked: this ticket is no longer yours.", bench.Frame, StringComparison.Ordinal);
    }

    [Fact]
    public void InWrapUp_MoreTimeIsThereAndTheRestIsNot()
    {
        using var bench = InHand();
        bench.Tell(new WorkUpdate { WrapUp = new WrapUpStarted { TicketId = "t-1", AssignmentNo = 1, EndedBy = EndedBy.Agent } });
        Assert.Contains("x more time", bench.Hints, StringComparison.Ordinal);
        bench.Type("hktx");
        Assert.Single(bench.Desk.TakeRequests());
        Assert.IsType<Browsing>(bench.Desk.Mode);
    }

    private static DeskBench InHand() => new(fill: told => told.Assignments.Add(Told.Assignment("t-1", Told.Noon, "chat")));
}
