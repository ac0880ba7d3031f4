using System.CommandLine;
using System.Globalization;
using Router.AgentClient.Terminal.Bidi;
using Router.Cli.Connection;
using Router.V1;

namespace Router.Cli.Commands;

/// <summary><c>router history</c>: what happened to a ticket.</summary>
internal static class HistoryCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var ticket = new Argument<string>("ticket") { Description = "The ticket's id, open or closed." };
        var command = new Command("history", "Prints what happened to a ticket: when, who, why (times in UTC).") { ticket };
        command.SetAction(async (parsed, cancel) =>
        {
            using var server = ServerConnection.Open(parsed);
            var supervisors = new SupervisorService.SupervisorServiceClient(server.As(Role.Supervisor, "cli"));
            var told = await supervisors.HistoryAsync(new HistoryRequest { TicketId = parsed.GetRequiredValue(ticket) }, cancellationToken: cancel);
            foreach (var entry in told.Entries)
            {
                await parsed.InvocationConfiguration.Output.WriteLineAsync(
                    string.Create(CultureInfo.InvariantCulture, $"{entry.Time.ToDateTime():yyyy-MM-dd HH:mm:ss}  {SafeText.OneLine(entry.Sentence)}"));
            }
        });
        return command;
    }
}
