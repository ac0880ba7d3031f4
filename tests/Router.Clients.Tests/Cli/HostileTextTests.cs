using Router.Cli.Policies;
using Router.Cli.Reports;
using Router.Cli.Tickets;
using Router.V1;

namespace Router.Clients.Tests.Cli;

/// <summary>What strangers have written reaches an operator's terminal and his spreadsheet as text alone.</summary>
public sealed class HostileTextTests
{
    // Red, to the top of the screen, the window's title, a line end, C1's CSI, right to left, a lone surrogate.
    private const string Hostile = "\u001b[31m\u001b[H\u001b]0;title\u0007\n2 agent: forged\u009b2J\u202edoc\ud800";
    private const string Harmless = "·[31m·[H·]0;title· 2 agent: forged·2Jdoc\ufffd";

    [Fact]
    public void Message_IsOneLineOfText() =>
        Assert.Equal($"1 customer: {Harmless}", MessageText.Of(new Message { Number = 1, Sender = MessageSender.Customer, Text = Hostile }));

    [Fact]
    public void Policy_IsText()
    {
        Assert.Equal($"  a: 1 -> {Harmless}", PolicyText.Of(new PolicyDifference { Path = "a", Before = "1", After = Hostile }));
        Assert.Equal($"2  with the workspace  {Harmless}", PolicyText.Of(new PolicyVersion { Version = 2, Note = Hostile }));
        Assert.Equal($"file: a: {Harmless}", PolicyText.Of(new PolicyProblem { Path = "a", Message = Hostile }, "file"));
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1+1")]
    [InlineData("\r=1+1")]
    public void Csv_HasNoFormula(string name)
    {
        using var output = new StringWriter();

        AgentCsv.Write(output, [new AgentStatisticsRow { Team = name, AgentId = name }]);

        Assert.StartsWith($"\"'{name}\",\"'{name}\",", output.ToString().Split('\n')[1], StringComparison.Ordinal);
    }
}
