using System.CommandLine;
using System.Globalization;
using Google.Protobuf;
using Grpc.Core;
using Router.Cli.Connection;
using Router.V1;

namespace Router.Cli.Commands;

/// <summary><c>router events</c>: what happened, as JSON lines.</summary>
internal static class EventsCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var after = new Option<string?>("--after")
        {
            Description = "Begin after this position, TERM:NUMBER (default: with the oldest event kept).",
            HelpName = "position",
        };
        var onlyNew = new Option<bool>("--new") { Description = "Begin with the next event that happens." };
        var end = new Option<bool>("--end") { Description = "End after the newest event there is now." };
        var command = new Command("events", "Prints events, one a line, and follows.") { after, onlyNew, end };
        command.SetAction(async (parsed, cancel) =>
        {
            using var server = ServerConnection.Open(parsed);
            var events = new EventService.EventServiceClient(server.As(Role.Integration, "cli"));
            var request = new WatchEventsRequest
            {
                After = parsed.GetValue(after) is { } position ? PositionOf(position) : null,
                OnlyNew = parsed.GetValue(onlyNew),
                EndAtNewest = parsed.GetValue(end),
            };
            using var call = events.Watch(request, cancellationToken: cancel);
            await foreach (var happened in call.ResponseStream.ReadAllAsync(cancel))
            {
                await parsed.InvocationConfiguration.Output.WriteLineAsync(JsonFormatter.Default.Format(happened));
            }
        });
        return command;
    }

    private static EventPosition PositionOf(string text)
    {
        var parts = text.Split(':');
        return parts.Length == 2
            && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var term)
            && long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? new EventPosition { Term = term, Number = number }
                : throw new CommandException($"--after is '{text}': write TERM:NUMBER, such as 1700000000000:42.");
    }
}
