using System.Globalization;
using System.Text.Json.Nodes;
using Router.ProcessTests.Infrastructure;

namespace Router.ProcessTests.WhatIf;

/// <summary>Half an hour of the bank is routed, and then played again with more and with fewer agents, by the command <c>router what-if</c>.</summary>
public sealed class WhatIfTests
{
    private const int Speed = 120;

    private readonly string _demo = Path.Combine(Binaries.Root, "demo");

    [Fact]
    public async Task More_agents_shorten_the_waits_of_a_real_half_hour_fewer_lengthen_them_and_asked_twice_it_is_the_same()
    {
        await using var server = await ServerProcess.StartAsync(new()
        {
            ["Router__Clock__Speed"] = $"{Speed}",
            ["Router__Clock__Start"] = "1999-08-02T09:20:00Z",
        });
        await SucceedsAsync(server, "setup", Path.Combine(_demo, "setup.json"), "--wait");
        await SucceedsAsync(server, "replay", Path.Combine(_demo, "bank-1999-08-02.csv"), "--from", "10:00", "--to", "10:30");

        var more = Path.Combine(server.Folder, "more.json");
        await File.WriteAllTextAsync(more, await OfAnotherAsync(times: 3));
        var report = Path.Combine(server.Folder, "report.html");
        var plain = await AskAsync(server);
        var again = await AskAsync(server);
        var helped = await AskAsync(server, "--add-agents", more, "--report", report);
        var thinned = await AskAsync(server, [.. (await BusiestAsync()).SelectMany(id => new[] { "--without", id })]);

        Assert.Equal(plain.Text, again.Text);
        // With nothing changed the answer is the replay.
        Assert.Equal(plain.Waits["replayed"], plain.Waits["changed"]);
        Assert.Equal(plain.Waits["recorded"], helped.Waits["recorded"]);
        Assert.True(helped.Waits["changed"] < plain.Waits["replayed"], helped.Text);
        Assert.True(thinned.Waits["changed"] > plain.Waits["replayed"], thinned.Text);
        Assert.InRange(plain.Waits["replayed"], 0.4 * plain.Waits["recorded"], 2.5 * plain.Waits["recorded"]);
        Assert.Contains("with the change", await File.ReadAllTextAsync(report), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_that_cannot_be_answered_is_told_why()
    {
        await using var server = await ServerProcess.StartAsync();
        await SucceedsAsync(server, "setup", Path.Combine(_demo, "setup.json"), "--wait");
        var bad = Path.Combine(server.Folder, "bad.yaml");
        await File.WriteAllTextAsync(bad, "queues: [{ name: a }, { name: a }]\nrules: [{ name: r, targets: [{ queue: none }] }]\n");
        foreach (var (told, words) in new (string, string[])[]
        {
            ("UNKNOWN_AGENT", ["--without", "nobody"]),
            ("OUT_OF_RANGE", ["--from", "2999-01-01T00:00Z"]),
            ("OUT_OF_RANGE", ["--from", "2020-01-01T00:00Z"]),
            ("queues[1]", ["--policy", bad]),
            ("write 2026-03-01T12:15Z", ["--from", "yesterday"]),
        })
        {
            var result = await RouterCommand.RunAsync(server, ["what-if", .. words]);

            Assert.Equal(1, result.ExitCode);
            Assert.Contains(told, result.Errors, StringComparison.Ordinal);
        }
    }

    // Agents who can do all that the bank's callers ask for.
    private async Task<string> OfAnotherAsync(int times)
    {
        var workspace = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(_demo, "setup.json")))!["workspace"]!;
        var others = Enumerable.Range(0, times).Select(i => new JsonObject
        {
            ["agentId"] = $"another-{i}",
            ["queues"] = new JsonArray("bank"),
            ["skills"] = new JsonArray([.. workspace["skills"]!.AsArray().Select(s => new JsonObject { ["skill"] = (string)s!["name"]!, ["level"] = 1 })]),
            ["languages"] = new JsonArray([.. new[] { "he", "en" }.Select(l => new JsonObject { ["language"] = l, ["level"] = 5 })]),
        });
        return new JsonObject { ["agents"] = new JsonArray([.. others]) }.ToJsonString();
    }

    private async Task<IEnumerable<string>> BusiestAsync() => (await File.ReadAllLinesAsync(Path.Combine(_demo, "bank-1999-08-02.csv")))
        .Select(line => line.Split(','))
        .Where(row => row[6].StartsWith("10:", StringComparison.Ordinal) && row[^1] != "NO_SERVER")
        .CountBy(row => row[^1])
        .OrderByDescending(agent => agent.Value)
        .Take(3)
        .Select(agent => agent.Key);

    private static async Task<(string Text, Dictionary<string, double> Waits)> AskAsync(ServerProcess server, params string[] words)
    {
        var result = await SucceedsAsync(server, ["what-if", "--from", "1999-08-02T10:00Z", "--until", "1999-08-02T10:30Z", .. words]);
        var all = result.Output.TrimEnd().Split('\n')[^3..].Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return (result.Output, all.ToDictionary(words => words[^8], words => words[^1] == "-" ? 0 : double.Parse(words[^1], CultureInfo.InvariantCulture)));
    }

    private static async Task<CommandResult> SucceedsAsync(ServerProcess server, params string[] arguments)
    {
        var result = await RouterCommand.RunAsync(server, arguments);
        Assert.True(result.ExitCode == 0, result.Errors + result.Output);
        return result;
    }
}
