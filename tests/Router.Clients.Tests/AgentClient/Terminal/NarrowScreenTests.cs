using Router.AgentClient.Terminal;
using Router.V1;

namespace Router.Clients.Tests.AgentClient.Terminal;

/// <summary>What has to be seen stays in sight on a narrow screen, beside long names and Hebrew ones.</summary>
public sealed class NarrowScreenTests
{
    private const string LongName = "Maria Aleksandra Konstantinopolska of Somewhere";
    private const string Hebrew = "רחל כהן";

    [Theory]
    [InlineData(60, "Maria Aleksandr…")]
    [InlineData(80, "Maria Aleksandra Ko…")]
    [InlineData(120, LongName)]
    public void Offer_OfALongName_SaysWhatItIs(int width, string name)
    {
        using var bench = new DeskBench { Width = width };
        bench.Tell(DeskBench.OfferOf("t-1", LongName, 30, "call"));

        Assert.StartsWith($" OFFER  {name}  call, ", bench.Lines[2], StringComparison.Ordinal);
        Assert.EndsWith("30 s left", bench.Lines[2].TrimEnd(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(60)]
    [InlineData(80)]
    public void Question_IsAskedToItsEnd_WhateverTheNameOfTheCustomer(int width)
    {
        using var bench = InHand(LongName);
        bench.Width = width;
        bench.Type("t");
        Assert.Contains("to which queue, @agent, @@agent (asked first):", bench.Frame, StringComparison.Ordinal);
        bench.Type("@noa");
        bench.Keys(ConsoleKey.Enter);
        Assert.Contains("Hand over to noa: note (may stay empty)", bench.Frame, StringComparison.Ordinal);
    }

    [Fact]
    public void Header_SaysWhatTheAgentDoes_BeforeTheWorkspace()
    {
        using var bench = InHand("Ann");
        bench.Width = 60;

        Assert.Contains("  handling  ", bench.Lines[0], StringComparison.Ordinal);
        Assert.DoesNotContain("default", bench.Lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Choices_AreBrokenIntoLines()
    {
        using var bench = InHand("Ann");
        bench.Width = 60;
        bench.Type("q");

        Assert.Contains("1 Finish what is in", bench.Frame, StringComparison.Ordinal);
        Assert.Contains("hand, then sign out", bench.Frame, StringComparison.Ordinal);
        Assert.Contains("sign out now", bench.Frame.Split("3 Park")[1], StringComparison.Ordinal);
    }

    [Fact]
    public void SentenceThatBeginsWithAHebrewName_IsReadFromLeftToRight()
    {
        using var bench = InHand(Hebrew);
        bench.Tell(new WorkUpdate { Completed = new Completed { TicketId = "t-1", AssignmentNo = 1, Disposition = "solved" } });

        Assert.Equal(" ןהכ לחר: completed (solved).", bench.Lines[1].TrimEnd());
    }

    [Theory]
    [InlineData(NoticeKind.News)]
    [InlineData(NoticeKind.Problem)]
    internal void Notice_IsBrokenIntoLines(NoticeKind kind)
    {
        using var bench = new DeskBench { Width = 60 };
        bench.Desk.Say(kind, "Nothing waits for you now: the next ticket within 5 minutes is yours.");

        Assert.Equal(" Nothing waits for you now: the next ticket within 5 minutes", bench.Lines[1].TrimEnd());
        Assert.Equal(" is yours.", bench.Lines[2].TrimEnd());
    }

    [Theory]
    [InlineData("a", "No offer is open.")]
    [InlineData("d", "No offer is open.")]
    [InlineData("w", "Nothing is in hand.")]
    [InlineData("n", "'p' sets that.")]
    [InlineData("z", "'z' does nothing: '?' shows the keys.")]
    public void KeyThatDoesNothing_SaysWhy(string key, string said)
    {
        using var bench = new DeskBench();
        bench.Type(key);

        Assert.Contains(said, bench.Lines[1], StringComparison.Ordinal);
        Assert.Empty(bench.Desk.TakeRequests());
    }

    [Theory]
    [InlineData("x", "This ticket is not in wrap-up.")]
    [InlineData("b", "This customer is not to be called back.")]
    public void KeyThatThisTicketDoesNotTake_SaysWhy(string key, string said)
    {
        using var bench = InHand("Ann");
        bench.Type(key);

        Assert.Contains(said, bench.Lines[1], StringComparison.Ordinal);
    }

    private static DeskBench InHand(string customer) => new(fill: told =>
    {
        var assignment = Told.Assignment("t-1", Told.Noon, "chat");
        assignment.Ticket.Customer = new Customer { Name = customer };
        told.Assignments.Add(assignment);
    });
}
