using System.CommandLine;
using Google.Protobuf.WellKnownTypes;
using Router.Cli.Connection;
using Router.Cli.Tickets;
using Router.V1;

namespace Router.Cli.Commands;

/// <summary><c>router reschedule</c>: another time for a scheduled ticket.</summary>
internal static class RescheduleCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var ticket = new Argument<string>("ticket") { Description = "The ticket's id." };
        var at = TimeOptions.Create("--at", "When it enters its queue; at once when left out");
        var command = new Command("reschedule", "Gives a scheduled ticket another time; prints its state.") { ticket, at };
        command.SetAction(async (parsed, cancel) =>
        {
            using var server = ServerConnection.Open(parsed);
            var answer = await new TicketService.TicketServiceClient(server.As(Role.Admin, "cli")).RescheduleAsync(
                new RescheduleTicketRequest
                {
                    RequestId = Guid.NewGuid().ToString("N"),
                    TicketId = parsed.GetRequiredValue(ticket),
                    ScheduleAt = parsed.GetValue(at) is { } time ? Timestamp.FromDateTimeOffset(time) : null,
                },
                cancellationToken: cancel);
            await parsed.InvocationConfiguration.Output.WriteLineAsync(StateText.Of(answer.State));
        });
        return command;
    }
}
