using System.Text.RegularExpressions;
using Router.ProcessTests.Infrastructure;

namespace Router.ProcessTests.Readme;

/// <summary>What README.md says to type does what it says.</summary>
public sealed partial class ReadmeTests
{
    // Beside those that run here and those of the scripts.
    private static readonly Dictionary<string, string> RunElsewhere = new()
    {
        ["router agent you"] = "needs a terminal: AgentStopTests runs it in one",
        ["dotnet artifacts/bin/Router.Server/release/Router.Server.dll --Router:Auth:SigningKeyFile=data/signing-key"] =
            "every test here starts the server so, on a port and a folder of its own",
        ["docker compose up"] = "ComposeTests holds the file against the server; no test needs Docker",
    };

    private static readonly string[] Scripts = ["./run", "./test", "bench/run"];

    [Fact]
    public void Every_command_is_run_or_said_why_not()
    {
        Assert.DoesNotContain(ReadmeCommands.OfBlocks, command => !IsRun(command) && !IsOfScript(command) && !RunElsewhere.ContainsKey(command));
        Assert.All(RunElsewhere.Keys, command => Assert.Contains(command, ReadmeCommands.OfBlocks));
    }

    [Fact]
    public async Task Router_commands_work_in_the_order_in_which_they_stand()
    {
        await using var server = await ServerProcess.StartAsync(new() { ["Router__Clock__Speed"] = "60" });
        await using var reader = new ReadmeShell(server);
        var setup = await RouterCommand.RunAsync(server, "setup", Path.Combine(Binaries.Root, "demo", "setup.json"));
        Assert.Equal(0, setup.ExitCode);

        foreach (var command in ReadmeCommands.OfBlocks.Where(IsRun))
        {
            await reader.TypeAsync(command);
        }

        await reader.FinishAsync();
    }

    [Fact]
    public void Scripts_have_the_options_and_areas_that_are_named()
    {
        foreach (var words in Named.Where(IsOfScript).Select(command => command.Split(' ')))
        {
            var known = WordsOf(words[0]);
            Assert.All(words[1..].Where(word => !word.All(char.IsDigit)), word => Assert.Contains(word, known));
        }
    }

    [Fact]
    public async Task Router_commands_in_sentences_have_help_that_names_their_options()
    {
        await using var server = await ServerProcess.StartAsync();
        foreach (var words in ReadmeCommands.OfSentences.Where(command => command.StartsWith("router ", StringComparison.Ordinal)).Select(command => command.Split(' ')))
        {
            string[] command = words[1].StartsWith('-') ? [] : [words[1]];
            var help = await RouterCommand.RunAsync(server, [.. command, "--help"]);
            Assert.Equal(0, help.ExitCode);
            Assert.All(words.Where(word => word.StartsWith("--", StringComparison.Ordinal)), option => Assert.Contains(option, help.Output, StringComparison.Ordinal));
        }
    }

    private static IEnumerable<string> Named => [.. ReadmeCommands.OfBlocks, .. ReadmeCommands.OfSentences];

    private static bool IsRun(string command) =>
        !RunElsewhere.ContainsKey(command) && (command.StartsWith("router ", StringComparison.Ordinal) || command.StartsWith("export ", StringComparison.Ordinal));

    private static bool IsOfScript(string command) => Scripts.Contains(command.Split(' ')[0]);

    // Options and words of a 'case', and the areas, which begin a line of their table.
    private static HashSet<string> WordsOf(string script)
    {
        var text = File.ReadAllText(Path.Combine(Binaries.Root, script));
        var cases = Case().Matches(text).SelectMany(found => found.Groups[1].Value.Split(" | "));
        return [.. cases, .. Area().Matches(text).Select(found => found.Groups[1].Value), .. text.Contains("= --long ]", StringComparison.Ordinal) ? ["--long"] : (string[])[]];
    }

    [GeneratedRegex(@"^ +([a-z0-9-]+(?: \| [a-z0-9-]+)*)\)", RegexOptions.Multiline)]
    private static partial Regex Case();

    [GeneratedRegex(@"^([a-z-]+) +(?:dotnet|node) +tests/", RegexOptions.Multiline)]
    private static partial Regex Area();
}
