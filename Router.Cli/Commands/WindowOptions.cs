using System.CommandLine;
using System.Globalization;
using Router.Cli.CallLog;
using Router.Cli.Connection;

namespace Router.Cli.Commands;

/// <summary>The options that choose a part of a log.</summary>
internal sealed class WindowOptions
{
    private const string Form = "1999-08-02T10:00, or 10:00 for the log's first day";

    private static readonly string[] Moments = ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd"];
    private static readonly string[] Times = ["H:mm", "H:mm:ss"];

    private readonly Option<string?> _from = new("--from") { Description = $"Play from here: {Form} (default: the log's beginning).", HelpName = "time" };
    private readonly Option<string?> _to = new("--to") { Description = "Play up to here, in the same form (default: the log's end).", HelpName = "time" };

    /// <summary>Adds them to a command.</summary>
    /// <param name="command">The command.</param>
    public void AddTo(Command command)
    {
        command.Add(_from);
        command.Add(_to);
    }

    /// <summary>The window.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="entries">When the callers of the log came.</param>
    /// <exception cref="CommandException">A time is not readable, or nothing lies between the two.</exception>
    public LogWindow Read(ParseResult parsed, IReadOnlyCollection<DateTimeOffset> entries)
    {
        var first = entries.DefaultIfEmpty().Min();
        var day = first - first.TimeOfDay;
        var from = TimeOf(parsed.GetValue(_from), "--from", day) ?? first;
        var to = TimeOf(parsed.GetValue(_to), "--to", day) ?? entries.DefaultIfEmpty().Max().AddSeconds(1);
        return from < to ? new LogWindow(from, to) : throw new CommandException($"Nothing lies between --from {from:s} and --to {to:s}.");
    }

    private static DateTimeOffset? TimeOf(string? text, string option, DateTimeOffset day) =>
        text is null ? null
        : DateTimeOffset.TryParseExact(text, Moments, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment
        : TimeOnly.TryParseExact(text, Times, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? day + time.ToTimeSpan()
        : throw new CommandException($"{option} is '{text}': write {Form}.");
}
