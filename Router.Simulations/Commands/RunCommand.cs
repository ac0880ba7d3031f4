using System.CommandLine;
using Router.Documents;
using Router.Simulations.Scenarios;
using Router.Simulator.Reports;

namespace Router.Simulations.Commands;

/// <summary><c>simulate run</c>.</summary>
internal static class RunCommand
{
    private const int RunsToCompare = 10;
    private const int MostRuns = 1_000;
    private const int Wrong = 2;
    private const string TimeForm = "2026-03-02, or 2026-03-02T08:00";

    /// <summary>Makes it.</summary>
    public static Command Create()
    {
        var policy = new Option<string>("--policy") { Description = "The policy, as `router policy publish` takes it.", Required = true };
        var against = new Option<string>("--against") { Description = "Another policy, to be compared with it on the same customers." };
        var agents = new Option<string>("--agents") { Description = "The agents with their shifts (docs/simulator.md).", Required = true };
        var traffic = new Option<string>("--traffic") { Description = "The customers: what comes, how often, how long it takes (docs/simulator.md)." };
        var log = new Option<string>("--log") { Description = "Or a log of calls of the form of docs/replay.md, perhaps compressed (.gz)." };
        var queue = new Option<string>("--queue") { Description = "The queue of the log's calls.", DefaultValueFactory = _ => "bank" };
        var from = Time("--from", "When it begins, by the customers' clock.");
        var until = Time("--until", "When it ends; what came before is played to its end.");
        var seed = SeedOption.Create("The first seed of chance.");
        var runs = new Option<int?>("--runs")
        {
            Description = $"How many seeds, 1 to {MostRuns}; 1 when left out, {RunsToCompare} with --against.",
            CustomParser = ValueForm.Of<int>("--runs", $"a whole number, 1 to {MostRuns}", n => n is >= 1 and <= MostRuns),
        };
        var report = new Option<string>("--report") { Description = "Where to write a report as HTML, with a JSON file beside it." };
        var command = new Command("run", "Plays a policy with agents and customers of one's own, by the real engine in virtual time.")
        {
            policy, against, agents, traffic, log, queue, from, until, seed, runs, report,
        };
        command.SetAction(parsed =>
        {
            var request = new RunRequest(
                parsed.GetValue(policy)!,
                parsed.GetValue(against),
                parsed.GetValue(agents)!,
                parsed.GetValue(log),
                parsed.GetValue(queue)!,
                parsed.GetValue(traffic),
                parsed.GetValue(from),
                parsed.GetValue(until));
            try
            {
                var plan = RunPlan.Read(request);
                var result = RunResult.Play(plan, parsed.GetValue(seed)!.Value, parsed.GetValue(runs) ?? (request.Against is null ? 1 : RunsToCompare));
                Tell(parsed.InvocationConfiguration.Output, result, parsed.GetValue(report));
                return 0;
            }
            catch (DocumentException wrong)
            {
                foreach (var mistake in wrong.Mistakes)
                {
                    parsed.InvocationConfiguration.Error.WriteLine($"simulate: {mistake}");
                }

                parsed.InvocationConfiguration.Error.WriteLine("simulate: Nothing was simulated.");
                return Wrong;
            }
        });
        return command;
    }

    private static Option<DateTime?> Time(string name, string description) => new(name)
    {
        Description = $"{description} As {TimeForm}.",
        CustomParser = ValueForm.Of<DateTime>(name, TimeForm),
    };

    private static void Tell(TextWriter output, RunResult result, string? report)
    {
        var words = RunText.Words(result).ToList();
        words.ForEach(output.WriteLine);
        foreach (var line in RunText.Table(result))
        {
            output.WriteLine(line);
        }

        if (report is not null)
        {
            var series = result.Plan.Policies.Select((policy, i) => new ReportSeries(policy.File, result.Sum(i))).ToList();
            Report.Write(report, $"Simulation: {string.Join(" and ", result.Plan.Policies.Select(policy => policy.File))}", words, series, result.Plan.Customers.Zone);
        }

        output.WriteLine(RunText.Json(result));
    }
}
