using System.CommandLine;
using Google.Protobuf;
using Grpc.Core;
using Router.AgentClient.Terminal.Bidi;
using Router.Cli.Connection;
using Router.Cli.Tickets;
using Router.V1;

namespace Router.Cli.Commands;

/// <summary><c>router get</c>: a ticket as it is, or as it goes on.</summary>
internal static class GetCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var ticket = new Argument<string>("ticket") { Description = "The ticket's id." };
        var follow = new Option<bool>("--follow") { Description = "Tell state, place and messages until it is closed." };
        var command = new Command("get", "Prints a ticket as JSON.") { ticket, follow };
        command.SetAction(async (parsed, cancel) =>
        {
            using var server = ServerConnection.Open(parsed);
            var id = parsed.GetRequiredValue(ticket);
            var output = parsed.InvocationConfiguration.Output;
            if (parsed.GetValue(follow))
            {
                await FollowAsync(new TicketService.TicketServiceClient(server.As(Role.Admin, "cli")), id, output, cancel);
                return;
            }

            var tickets = new TicketService.TicketServiceClient(server.As(Role.Supervisor, "cli"));
            var found = await tickets.GetAsync(new GetTicketRequest { TicketId = id }, cancellationToken: cancel);
            await output.WriteLineAsync(JsonFormatter.Default.Format(found));
        });
        return command;
    }

    private static async Task FollowAsync(TicketService.TicketServiceClient tickets, string id, TextWriter output, CancellationToken cancel)
    {
        using var call = tickets.Watch(new WatchTicketRequest { TicketId = id, AfterMessage = 0 }, cancellationToken: cancel);
        await foreach (var update in call.ResponseStream.ReadAllAsync(cancel))
        {
            await output.WriteLineAsync(update.UpdateCase == TicketUpdate.UpdateOneofCase.Message
                ? MessageText.Of(update.Message)
                : Line(update.Status));
        }
    }

    private static string Line(TicketStatus status)
    {
        var state = $"{status.Time.ToDateTime():HH:mm:ss} {StateText.Of(status.State)}";
        return status.Waiting is not null ? $"{state}, {WaitingText.Of(status.Waiting)}"
            : status.AgentName.Length > 0 ? $"{state}, {SafeText.OneLine(status.AgentName)}"
            : state;
    }
}
