using System.CommandLine;
using Google.Protobuf.WellKnownTypes;
using Router.Cli.Connection;
using Router.Cli.Policies;
using Router.Cli.Reports;
using Router.Cli.Setup;
using Router.V1;

namespace Router.Cli.Commands;

/// <summary><c>router what-if</c>: recorded traffic under another policy or with other staff.</summary>
internal static class WhatIfCommand
{
    private const int Refused = 1;

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var from = TimeOptions.Create("--from", "The beginning (default: midnight UTC)");
        var until = TimeOptions.Create("--until", "The end, at most a day later (default: now)");
        var policy = new Option<string?>("--policy") { Description = "The policy to try, JSON or YAML as for 'policy publish'; the present one when left out.", HelpName = "file" };
        var added = new Option<string?>("--add-agents") { Description = "A document like demo/setup.json: its agents join, or replace those of the same id.", HelpName = "file" };
        var without = new Option<string[]>("--without") { Description = "This agent is left out; may be given again.", HelpName = "agent" };
        var report = new Option<string?>("--report") { Description = "Writes the whole report, one HTML page.", HelpName = "file" };
        var command = new Command("what-if", "Plays recorded traffic again under another policy or with other staff, and prints how it was and how it would have been.")
        {
            from, until, policy, added, without, report,
        };
        command.SetAction(async (parsed, cancel) =>
        {
            var request = new WhatIfRequest
            {
                Until = parsed.GetValue(until)?.ToTimestamp(),
                Policy = parsed.GetValue(policy) is { } file ? PolicyFile.Read(file) : null,
                AddAgents = { parsed.GetValue(added) is { } setup ? (await SetupDocument.ReadAsync(setup, cancel)).Agents : [] },
                WithoutAgents = { parsed.GetValue(without) ?? [] },
            };
            using var server = ServerConnection.Open(parsed);
            var supervisors = new SupervisorService.SupervisorServiceClient(server.As(Role.Supervisor, "cli"));
            request.From = (parsed.GetValue(from) ?? await TimeOptions.MidnightAsync(supervisors, cancel)).ToTimestamp();
            var answer = await supervisors.WhatIfAsync(request, cancellationToken: cancel);
            if (answer.Problems.Count > 0)
            {
                foreach (var problem in answer.Problems)
                {
                    await parsed.InvocationConfiguration.Error.WriteLineAsync(PolicyText.Of(problem, parsed.GetValue(policy)!));
                }

                return Refused;
            }

            WhatIfText.Write(parsed.InvocationConfiguration.Output, answer);
            if (parsed.GetValue(report) is { } page)
            {
                await File.WriteAllTextAsync(page, answer.ReportHtml, cancel);
            }

            return 0;
        });
        return command;
    }
}
