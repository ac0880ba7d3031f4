using System.Text.RegularExpressions;
using Google.Protobuf.WellKnownTypes;
using Router.AgentClient.Connection;
using Router.AgentClient.Terminal;
using Router.V1;

namespace Router.Clients.Tests.AgentClient.Terminal;

public sealed partial class FrameTests
{
    [Theory]
    [InlineData(80, 24)]
    [InlineData(60, 16)]
    [InlineData(143, 50)]
    public void Frame_HasExactlyTheScreensSize(int width, int height)
    {
        using var bench = Busy();
        bench.Tell(DeskBench.OfferOf("t-9", "Иван Петров", 30, "call"));
        bench.Type("w");
        bench.Type(new string('x', 3 * width));
        (bench.Width, bench.Height) = (width, height);

        var lines = bench.Lines;

        Assert.Equal(height, lines.Length);
        Assert.All(lines, line => Assert.InRange(line.Length, 0, width));
        Assert.StartsWith(" Dana Levi", lines[0], StringComparison.Ordinal);
        Assert.Contains("Enter send", bench.Hints, StringComparison.Ordinal);
    }

    [Fact]
    public void Frame_TooSmall_AsksForMore()
    {
        using var bench = new DeskBench { Width = 40, Height = 10 };

        Assert.Contains("Please make the window", bench.Frame, StringComparison.Ordinal);
    }

    [Fact]
    public void Header_TellsPresenceActivityAndTheServersTime()
    {
        using var bench = new DeskBench(60);
        bench.Tell(new WorkUpdate
        {
            PresenceChanged = new PresenceChanged
            {
                Activity = AgentActivity.Idle,
                Presence = new AgentPresence
                {
                    Presence = Presence.Available,
                    Since = Timestamp.FromDateTimeOffset(Told.Noon.AddHours(-1)),
                    Next = new RequestedPresence { Presence = Presence.Away, AwayReason = "meal" },
                },
            },
        });
        bench.Time.Advance(TimeSpan.FromSeconds(2));

        bench.Width = 90;

        Assert.Equal(" Dana Levi   available  since 11:00, then away: Meal  idle   default  12:02:00 ×60 ", Collapsed().Replace(bench.Lines[0], "   "));
    }

    [Theory]
    [InlineData(1, 10, "20 s left")]
    [InlineData(60, 10, "0 s left")]
    [InlineData(2, 10, "5 s left")]
    public void Offer_CountsDownInRealTime(double speed, int passedSeconds, string expected)
    {
        using var bench = new DeskBench(speed);
        bench.Tell(DeskBench.OfferOf("t-1", "Dov", 30));

        bench.Time.Advance(TimeSpan.FromSeconds(passedSeconds));

        Assert.Contains(expected, bench.Lines[2], StringComparison.Ordinal);
    }

    [Fact]
    public void Offer_ShowsWhoWhatAndHowToAnswer()
    {
        using var bench = new DeskBench();
        var rings = bench.Tell(DeskBench.OfferOf("t-1", "Dov Katz", 30, "call"));

        Assert.True(rings);
        Assert.Contains("OFFER  Dov Katz  call, Support, waited 2:10", bench.Lines[2], StringComparison.Ordinal);
        Assert.Contains("About t-1", bench.Lines[3], StringComparison.Ordinal);
        Assert.Contains("████", bench.Lines[3], StringComparison.Ordinal);
        Assert.Contains("a accept  d decline", bench.Hints, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(60, 16)]
    [InlineData(60, 20)]
    [InlineData(80, 24)]
    [InlineData(200, 24)]
    public void Keys_AreAllThere_HoweverNarrowTheScreen(int width, int height)
    {
        using var bench = Busy(t => t.CallBack = new CallBack { Number = "+1 555" });
        (bench.Width, bench.Height) = (width, height);
        bench.Tell(new WorkUpdate { PresenceChanged = new PresenceChanged { Presence = new AgentPresence { Presence = Presence.OnDemand } } });
        bench.Tell(DeskBench.OfferOf("t-8", "Dov", 30, "call"));
        bench.Tell(DeskBench.OfferOf("t-9", "Eve", 30, "call"));
        bench.Desk.Say(NoticeKind.Problem, string.Join(' ', Enumerable.Repeat("What went wrong takes three lines to say.", 6)));

        var keys = bench.Hints.Split("  ", StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(
            ["a accept", "d decline", "w write", "c complete", "b called back", "h hold", "k park", "t transfer", "Tab history", "n next ticket", "p presence", "q sign out", "? keys", "↑↓ ticket", "o other offer", "m park for me", "! was hard", "i ask to join"],
            keys);
        Assert.Equal(height, bench.Lines.Length);
        Assert.All(bench.Lines, line => Assert.InRange(line.Length, 0, width));
        Assert.Contains("1 Rūta", bench.Frame, StringComparison.Ordinal);
    }

    [Fact]
    public void HebrewMessage_IsInVisualOrderAtTheRightEdge()
    {
        using var bench = new DeskBench(fill: told => told.Assignments.Add(
            Told.Assignment("t-1", Told.Noon, "email", Told.Message("t-1", 1, "שלום, כרטיס 4580-1234 נדחה (אתמול)."))));

        var shown = bench.Lines.Single(line => line.Contains("4580-1234", StringComparison.Ordinal));

        Assert.EndsWith(" .(לומתא) החדנ 4580-1234 סיטרכ ,םולש │", shown.TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public void HostileText_CannotSteerTheTerminal()
    {
        using var bench = new DeskBench(fill: told =>
        {
            var assignment = Told.Assignment("t-1", Told.Noon, "chat", Told.Message("t-1", 1, "\e[2J\e]0;owned\a[red]markup[/] \u202eevil"));
            assignment.Ticket.Customer.Name = "\e[31mMallory [bold]";
            told.Assignments.Add(assignment);
        });

        Assert.DoesNotContain('\e', bench.Frame);
        Assert.DoesNotContain('\a', bench.Frame);
        Assert.Contains("[red]markup[/] evil", bench.Frame, StringComparison.Ordinal);
        Assert.Contains("Mallory [bold]", bench.Frame, StringComparison.Ordinal);
    }

    [Fact]
    public void TicketsInHand_ShowTimersUnreadAndWrapUp()
    {
        using var bench = Busy();
        bench.Desk.MarkShown();
        bench.Tell(new WorkUpdate { Message = Told.Message("t-2", 5, "Hello?") });
        bench.Tell(new WorkUpdate
        {
            WrapUp = new WrapUpStarted { TicketId = "t-1", AssignmentNo = 1, EndedBy = EndedBy.Customer, Until = Timestamp.FromDateTimeOffset(Told.Noon.AddSeconds(15)) },
        });

        Assert.Matches(@"1 Rūta +wrap-up 15 s", bench.Frame);
        Assert.Matches(@"2 Noa +●1 5:00", bench.Frame);
        Assert.Contains("Rūta is gone: wrap up.", bench.Lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Tab_ShowsHistoryAndDetails()
    {
        using var bench = Busy();

        bench.Keys(ConsoleKey.Tab);
        var history = bench.Frame;
        bench.Keys(ConsoleKey.Tab);
        var details = bench.Frame;

        Assert.Contains("11:58 declined noa (no Lithuanian)", history, StringComparison.Ordinal);
        Assert.Contains("languages   lt ≥ 3", details, StringComparison.Ordinal);
        Assert.Contains("card        4580-1234", details, StringComparison.Ordinal);
    }

    [Fact]
    public void ServerAway_SaysWhenItIsTriedAgain()
    {
        using var bench = Busy();
        bench.Connection(new AgentConnection(ConnectionPhase.Waiting) { Why = "connection refused", RetryAt = bench.Time.GetUtcNow().AddSeconds(4) });

        Assert.Contains("The server is away (connection refused): trying again in 4 s.", bench.Lines[1], StringComparison.Ordinal);
        bench.Time.Advance(TimeSpan.FromSeconds(2));
        Assert.Contains("trying again in 2 s", bench.Lines[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(60)]
    [InlineData(80)]
    [InlineData(143)]
    public void TakenOver_SaysSoAndOffersTheWayBack_ToTheEndOfTheSentence(int width)
    {
        using var bench = Busy();
        bench.Width = width;
        bench.Connection(new AgentConnection(ConnectionPhase.Over) { Why = "signed in from another place", End = SessionEnd.TakenOver });

        var said = string.Join(' ', bench.Lines.Skip(1).TakeWhile(line => !line.StartsWith('╭')).Select(line => line.Trim()));
        Assert.Equal("The session is over: signed in from another place. r signs in again here, q leaves.", said);
        Assert.Contains("r sign in again", bench.Hints, StringComparison.Ordinal);
    }

    [Fact]
    public void LongConversation_ShowsTheNewestAndScrollsBack()
    {
        using var bench = new DeskBench(fill: told => told.Assignments.Add(
            Told.Assignment("t-1", Told.Noon, "chat", [.. Enumerable.Range(1, 60).Select(number => Told.Message("t-1", number, $"line {number}."))])));

        Assert.Contains("line 60.", bench.Frame, StringComparison.Ordinal);
        Assert.DoesNotContain("line 40.", bench.Frame, StringComparison.Ordinal);
        for (var i = 0; i < 50; i++)
        {
            bench.Keys(ConsoleKey.PageUp);
            _ = bench.Frame;
        }

        Assert.Contains("line 1.", bench.Frame, StringComparison.Ordinal);
        bench.Keys(ConsoleKey.PageDown);
        Assert.DoesNotContain("line 1.", bench.Frame, StringComparison.Ordinal);
    }

    [GeneratedRegex(" {3,}")]
    private static partial Regex Collapsed();

    private static DeskBench Busy(Action<Ticket>? change = null) => new(fill: told =>
    {
        var chat = Told.Assignment("t-1", Told.Noon, "chat", Told.Message("t-1", 1, "Laba diena"));
        change?.Invoke(chat.Ticket);
        chat.Ticket.Languages.Add(new LanguageRequirement { Language = "lt", MinLevel = 3 });
        chat.Ticket.Attributes["card"] = "4580-1234";
        chat.History.Add(new HistoryEntry
        {
            Time = Timestamp.FromDateTimeOffset(Told.Noon.AddMinutes(-2)),
            Action = HistoryAction.Declined,
            AgentId = "noa",
            Code = "no Lithuanian",
        });
        var email = Told.Assignment("t-2", Told.Noon.AddMinutes(-5), "email");
        email.Ticket.Customer.Name = "Noa";
        told.Assignments.AddRange([chat, email]);
    });
}
