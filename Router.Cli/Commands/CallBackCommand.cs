using System.CommandLine;
using Google.Protobuf.WellKnownTypes;
using Router.Cli.Connection;
using Router.Cli.Tickets;
using Router.V1;

namespace Router.Cli.Commands;

/// <summary><c>router call-back</c>: a customer who waits wants to be called back.</summary>
internal static class CallBackCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var ticket = new Argument<string>("ticket") { Description = "The ticket's id." };
        var number = new Argument<string>("number") { Description = "The number to call." };
        var from = TimeOptions.Create("--from", "The window begins; in his turn when left out");
        var until = TimeOptions.Create("--until", "The window ends");
        var zone = new Option<string?>("--zone") { Description = "The customer's time zone, as Asia/Jerusalem.", HelpName = "zone" };
        var command = new Command("call-back", "Promises a customer who waits to call him back; prints what his ticket waits for.") { ticket, number, from, until, zone };
        command.SetAction(async (parsed, cancel) =>
        {
            using var server = ServerConnection.Open(parsed);
            var answer = await new TicketService.TicketServiceClient(server.As(Role.Admin, "cli")).RequestCallBackAsync(
                new RequestCallBackRequest
                {
                    RequestId = Guid.NewGuid().ToString("N"),
                    TicketId = parsed.GetRequiredValue(ticket),
                    CallBack = new CallBack
                    {
                        Number = parsed.GetRequiredValue(number),
                        From = TimeOf(parsed.GetValue(from)),
                        Until = TimeOf(parsed.GetValue(until)),
                        TimeZone = parsed.GetValue(zone) ?? "",
                    },
                },
                cancellationToken: cancel);
            var waits = answer.Waiting is null ? "" : $", {WaitingText.Of(answer.Waiting)}";
            await parsed.InvocationConfiguration.Output.WriteLineAsync($"{StateText.Of(answer.State)}{waits}");
        });
        return command;
    }

    private static Timestamp? TimeOf(DateTimeOffset? time) => time is { } given ? Timestamp.FromDateTimeOffset(given) : null;
}
