using System.CommandLine;
using System.Text.Json;
using Router.Cli.Check;
using Router.Cli.Connection;
using Router.Cli.Journals;

namespace Router.Cli.Commands;

/// <summary><c>router check</c>: whether the server kept what it acknowledged.</summary>
internal sealed class CheckCommand
{
    private const int NotClean = 3;
    private const int MostFindingsTold = 20;

    private readonly Argument<string> _journal = new("journal") { Description = "The folder in which clients wrote down what was acknowledged to them." };
    private readonly Option<string?> _log = new("--log") { Description = "The call log that was played: all of it must have been submitted.", HelpName = "file" };
    private readonly WindowOptions _window = new();

    private CheckCommand()
    {
    }

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var check = new CheckCommand();
        var command = new Command("check", "Compares what clients saw acknowledged with the server's tickets and events; prints one line of JSON.")
        {
            check._journal, check._log,
        };
        check._window.AddTo(command);
        command.SetAction(check.RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        var sights = JournalReader.ReadFolder(parsed.GetRequiredValue(_journal));
        using var server = ServerConnection.Open(parsed, isPatient: true);
        var verdict = Verdict.On(await EvidenceReader.GatherAsync(sights, server, cancel));
        var unsubmitted = parsed.GetValue(_log) is { } log ? Unsubmitted(parsed, log, sights) : [];

        var findings = unsubmitted.Concat(verdict.Findings).ToList();
        foreach (var finding in findings.Take(MostFindingsTold))
        {
            await parsed.InvocationConfiguration.Error.WriteLineAsync(finding);
        }

        if (findings.Count > MostFindingsTold)
        {
            await parsed.InvocationConfiguration.Error.WriteLineAsync($"and {findings.Count - MostFindingsTold} more");
        }

        await parsed.InvocationConfiguration.Output.WriteLineAsync(JsonSerializer.Serialize(verdict.Tally));
        return verdict.Tally.IsClean && unsubmitted.Count == 0 ? 0 : NotClean;
    }

    private List<string> Unsubmitted(ParseResult parsed, string log, IReadOnlyList<Sight> sights)
    {
        var calls = LoggedCalls.Read(log);
        var window = _window.Read(parsed, [.. calls.Select(call => call.Entry)]);
        var expected = calls.Where(call => call.MustBeSubmitted && call.Entry >= window.From && call.Entry < window.To).Select(call => call.ExternalId);
        return [.. Verdict.Unsubmitted(sights, expected.ToHashSet(StringComparer.Ordinal))];
    }
}
