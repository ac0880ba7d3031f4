using System.CommandLine;
using Google.Protobuf.WellKnownTypes;
using Router.Cli.Connection;
using Router.Cli.Reports;
using Router.V1;

namespace Router.Cli.Commands;

/// <summary><c>router stats</c>: statistics as CSV.</summary>
internal static class StatsCommand
{
    private const string Steps = ", in steps of 15 minutes, for agents of an hour";

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var from = TimeOptions.Create("--from", "From here", Steps);
        var until = TimeOptions.Create("--until", "Up to here", Steps);
        var by = new Option<string[]>("--by")
        {
            Description = "A row for each queue, channel, language and interval (15 minutes), or some of these (default: all four).",
            AllowMultipleArgumentsPerToken = true,
        };
        by.AcceptOnlyFromAmong("queue", "channel", "language", "interval");
        var queues = new Option<string[]>("--queue") { Description = "Only this queue; may be given again.", HelpName = "name" };
        var agents = new Option<bool>("--agents") { Description = "Times and counts of agents, or of teams, instead: as far as the policy's agent_figures shows them." };
        var command = new Command("stats", "Prints statistics as CSV, times in seconds: of the tickets that entered today (UTC), or in another time of the last 35 days.")
        {
            from, until, by, queues, agents,
        };
        command.SetAction(async (parsed, cancel) =>
        {
            using var server = ServerConnection.Open(parsed);
            var supervisors = new SupervisorService.SupervisorServiceClient(server.As(Role.Supervisor, "cli"));
            var first = parsed.GetValue(from) ?? await TimeOptions.MidnightAsync(supervisors, cancel);
            var output = parsed.InvocationConfiguration.Output;
            if (parsed.GetValue(agents))
            {
                var request = new GetAgentStatisticsRequest { From = first.ToTimestamp(), Until = parsed.GetValue(until)?.ToTimestamp() };
                AgentCsv.Write(output, (await supervisors.GetAgentStatisticsAsync(request, cancellationToken: cancel)).Rows);
                return;
            }

            var asked = new GetStatisticsRequest
            {
                From = first.ToTimestamp(),
                Until = parsed.GetValue(until)?.ToTimestamp(),
                Queues = { parsed.GetValue(queues) ?? [] },
                GroupBy = { Groups(parsed.GetValue(by) ?? []) },
            };
            await StatisticsCsv.WriteAsync(output, StatisticsPages.ReadAsync(supervisors, asked, cancel));
        });
        return command;
    }

    private static IEnumerable<StatisticsGrouping> Groups(string[] by) => by.Length == 0
        ? [StatisticsGrouping.Queue, StatisticsGrouping.Channel, StatisticsGrouping.Language, StatisticsGrouping.Interval]
        : by.Distinct().Select(name => System.Enum.Parse<StatisticsGrouping>(name, ignoreCase: true));
}
