using System.CommandLine;
using Router.AgentClient.Terminal.Bidi;
using Router.Cli.Connection;
using Router.Cli.Tickets;
using Router.V1;

namespace Router.Cli.Commands;

/// <summary><c>router explain</c>: why a ticket waits, or did what it did.</summary>
internal static class ExplainCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var ticket = new Argument<string>("ticket") { Description = "The ticket's id, open or closed." };
        var agent = new Option<string>("--agent") { Description = "Tell also what keeps this agent from it.", HelpName = "id" };
        var language = new Option<string>("--language") { Description = "The language of the sentences: en, he, lt or ru (default: en).", HelpName = "tag" };
        var command = new Command("explain", "Says why a ticket waits, who goes first, and what keeps agents from it.") { ticket, agent, language };
        command.SetAction(async (parsed, cancel) =>
        {
            using var server = ServerConnection.Open(parsed);
            var supervisors = new SupervisorService.SupervisorServiceClient(server.As(Role.Supervisor, "cli"));
            var request = new ExplainRequest
            {
                TicketId = parsed.GetRequiredValue(ticket),
                AgentId = parsed.GetValue(agent) ?? "",
                Language = parsed.GetValue(language) ?? "",
            };
            var told = await supervisors.ExplainAsync(request, cancellationToken: cancel);
            foreach (var line in ExplainText.Lines(told))
            {
                await parsed.InvocationConfiguration.Output.WriteLineAsync(SafeText.OneLine(line));
            }
        });
        return command;
    }
}
