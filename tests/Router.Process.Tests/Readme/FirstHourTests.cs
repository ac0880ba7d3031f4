using System.Text.RegularExpressions;
using Router.ProcessTests.Infrastructure;
using Router.Testing;
using Router.V1;

namespace Router.ProcessTests.Readme;

/// <summary>What docs/first-hour.md says to type does what it says: commands in a shell, keys in agents' terminals.</summary>
public sealed partial class FirstHourTests
{
    private const string Fence = "```";
    private const string TerminalFence = "```terminal ";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task The_first_hour_goes_as_it_is_told()
    {
        await using var server = await ServerProcess.StartAsync();
        using var clients = await Clients.OpenAsync(server);
        await using var shell = new ReadmeShell(server);
        var terminals = new Dictionary<string, TmuxSession>();
        try
        {
            foreach (var (agent, line) in Lines())
            {
                if (agent.Length == 0)
                {
                    await shell.TypeAsync(line);
                    continue;
                }

                if (!terminals.TryGetValue(agent, out var terminal))
                {
                    terminals.Add(agent, terminal = await TmuxSession.StartAsync(server, "agent", agent));
                }

                var key = TerminalLine().Match(line);
                await terminal.ShowsAsync(key.Groups["shown"].Value);
                foreach (var keys in key.Groups["keys"].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                {
                    await terminal.TypeAsync(keys);
                }
            }

            await Eventually.TrueAsync(async () => (await clients.GetAsync(shell.Ticket)).State == TicketState.Completed, "tal to complete the call", Patience);
            var history = await RouterCommand.RunAsync(server, "history", shell.Ticket);
            Assert.All(["noa", "tal", "refund"], word => Assert.Contains(word, history.Output, StringComparison.OrdinalIgnoreCase));
            var noa = Assert.Single((await clients.Supervisors.GetLiveAsync(new GetLiveRequest(), clients.Headers)).Agents, a => a.AgentId == "noa");
            Assert.Equal(Presence.Away, noa.Presence.Presence);
        }
        finally
        {
            foreach (var terminal in terminals.Values)
            {
                await terminal.DisposeAsync();
            }
        }
    }

    /// <summary>The lines of its boxes; each with the agent in whose terminal it is typed, or nobody.</summary>
    private static List<(string Agent, string Line)> Lines()
    {
        List<(string, string)> lines = [];
        string? agent = null;
        foreach (var line in File.ReadLines(Path.Combine(Binaries.Root, "docs", "first-hour.md")))
        {
            if (line.StartsWith(Fence, StringComparison.Ordinal))
            {
                agent = agent is not null ? null : line.StartsWith(TerminalFence, StringComparison.Ordinal) ? line[TerminalFence.Length..] : "";
            }
            else if (agent is not null)
            {
                lines.Add((agent, line));
            }
        }

        return lines;
    }

    [GeneratedRegex("^(?<keys>[^#]+)# \"(?<shown>[^\"]+)\"")]
    private static partial Regex TerminalLine();
}
