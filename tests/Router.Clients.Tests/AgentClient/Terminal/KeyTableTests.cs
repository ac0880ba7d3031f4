using System.Text.RegularExpressions;
using Router.AgentClient.Terminal;
using Router.AgentClient.Terminal.Modes;
using Router.Clients.Tests.Cli;

namespace Router.Clients.Tests.AgentClient.Terminal;

/// <summary>The list of all keys, behind <c>?</c>.</summary>
public sealed partial class KeyTableTests
{
    [Theory]
    [InlineData("?")]
    [InlineData("q")]
    public void List_IsOpenedByAQuestionMark_AndClosedAgain(string closing)
    {
        using var bench = new DeskBench();
        Assert.Contains("? keys", bench.Hints, StringComparison.Ordinal);

        bench.Type("?");
        Assert.Contains("accept the offer shown", bench.Frame, StringComparison.Ordinal);
        Assert.Equal("Esc back  ↑↓ scroll", bench.Hints);
        bench.Type(closing);

        Assert.DoesNotContain("accept the offer shown", bench.Frame, StringComparison.Ordinal);
        Assert.IsType<Browsing>(bench.Desk.Mode);
    }

    [Theory]
    [InlineData(60, 16)]
    [InlineData(80, 24)]
    [InlineData(120, 40)]
    public void List_ShowsEveryKeyToItsEnd_HoweverSmallTheScreen(int width, int height)
    {
        using var bench = new DeskBench { Width = width, Height = height };
        bench.Type("?");
        var seen = string.Concat(bench.Lines.Skip(1));
        for (var page = 0; page < 10; page++)
        {
            bench.Keys(ConsoleKey.PageDown);
            seen += string.Concat(bench.Lines.Skip(1));
        }

        var words = Spaces().Replace(seen.Replace('│', ' '), " ");
        Assert.All(KeyTable.All, hint => Assert.All(hint.Does.Split(' '), word => Assert.Contains(word, words, StringComparison.Ordinal)));
        Assert.DoesNotContain('…', seen);
        Assert.All(bench.Lines, line => Assert.InRange(line.Length, 0, width));
        bench.Keys(ConsoleKey.PageUp, ConsoleKey.PageUp, ConsoleKey.PageUp, ConsoleKey.UpArrow, ConsoleKey.PageUp, ConsoleKey.PageUp, ConsoleKey.PageUp);
        Assert.Contains("accept the offer shown", bench.Frame, StringComparison.Ordinal);
    }

    [Fact]
    public void Offer_IsSeenAndTakenWhileTheListIsOpen()
    {
        using var bench = new DeskBench();
        bench.Type("?");
        bench.Tell(DeskBench.OfferOf("t-1", "Dov", 30));

        Assert.Contains("OFFER  Dov", bench.Frame, StringComparison.Ordinal);
        bench.Control(ConsoleKey.A);

        Assert.Single(bench.Desk.TakeRequests());
    }

    [Fact]
    public void QuestionMark_InATextIsText()
    {
        using var bench = new DeskBench(fill: told => told.Assignments.Add(Told.Assignment("t-1", Told.Noon, "chat")));

        bench.Type("wWhy?");

        Assert.Contains("Why?", bench.Frame, StringComparison.Ordinal);
    }

    [Fact]
    public void List_HasTheKeysOfTheManual_InItsOrder()
    {
        var manual = File.ReadAllLines(Path.Combine(Path.GetDirectoryName(DemoLog.Path)!, "..", "docs", "agent-terminal.md"))
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .SelectMany(line => Code().Matches(line.Split('|')[1]).Select(code => code.Groups[1].Value))
            .Where(key => key is not "Ctrl+A" and not "Ctrl+D");

        Assert.Equal(manual.Distinct(), KeyTable.All.SelectMany(hint => hint.Key.Replace(" to ", " ", StringComparison.Ordinal).Split(' ')));
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();
}
