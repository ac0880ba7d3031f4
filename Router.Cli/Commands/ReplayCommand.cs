using System.CommandLine;
using Router.Cli.CallLog;
using Router.Cli.Connection;
using Router.Cli.Replay;

namespace Router.Cli.Commands;

/// <summary><c>router replay</c>: plays a call log.</summary>
internal sealed class ReplayCommand
{
    /// <summary>Default of <c>--source</c> and <c>--queue</c>.</summary>
    public const string DefaultName = "bank";

    private const string AllAgents = "all";
    private const string NoAgents = "none";

    private readonly Argument<string> _log = new("log") { Description = "A call log of the bank's form (docs/replay.md)." };
    private readonly WindowOptions _window = new();
    private readonly Option<string> _agents = new("--agents")
    {
        Description = $"Who serves: '{AllAgents}' on duty by the log, '{NoAgents}', or names of them with commas between.",
        HelpName = "names",
        DefaultValueFactory = _ => AllAgents,
    };

    private readonly Option<string> _queue = new("--queue") { Description = "Where the callers wait.", HelpName = "name", DefaultValueFactory = _ => DefaultName };
    private readonly Option<string> _source = new("--source") { Description = "Who submits.", HelpName = "name", DefaultValueFactory = _ => DefaultName };
    private readonly Option<string?> _journal = new("--journal")
    {
        Description = "A folder in which clients write down what was acknowledged to them, for 'router check'.",
        HelpName = "folder",
    };

    private ReplayCommand()
    {
    }

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var replay = new ReplayCommand();
        var command = new Command("replay", "Plays a call log on the server's clock: callers call, hang up and are served as they were.")
        {
            replay._log, replay._agents, replay._queue, replay._source, replay._journal,
        };
        replay._window.AddTo(command);
        command.SetAction(replay.RunAsync);
        return command;
    }

    private async Task RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        var file = parsed.GetRequiredValue(_log);
        var rows = LogFile.Read(file);
        var plan = ReplayPlan.Of(rows, _window.Read(parsed, [.. rows.Select(row => row.MenuEntry)]), ChosenOf(parsed.GetRequiredValue(_agents)));
        var output = parsed.InvocationConfiguration.Output;
        await output.WriteLineAsync(ReplayText.Plan(file, rows.Count, plan));

        using var server = ServerConnection.Open(parsed, isPatient: true);
        var options = new ReplayOptions(plan, parsed.GetRequiredValue(_source), parsed.GetRequiredValue(_queue), parsed.GetValue(_journal));
        await ReplayRun.PlayAsync(server, options, output, cancel);
    }

    private static string[]? ChosenOf(string agents) => agents switch
    {
        AllAgents => null,
        NoAgents => [],
        _ => agents.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
    };
}
