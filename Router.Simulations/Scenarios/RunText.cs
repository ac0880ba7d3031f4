using System.Globalization;
using System.Text.Json;
using Router.Simulator.Counting;
using Router.Simulator.Figures;
using Router.Simulator.Reports;

namespace Router.Simulations.Scenarios;

/// <summary>What <c>simulate run</c> prints.</summary>
internal static class RunText
{
    private static readonly JsonSerializerOptions Form = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    private static readonly (string Name, string Unit, Func<IntervalFigures, double?> Figure)[] Compared =
    [
        ("service level", "%", f => f.ServiceLevelPercent),
        ("given up", "%", f => f.AbandonedPercent),
        ("mean wait", "s", f => f.MeanWaitSeconds),
    ];

    /// <summary>For people, above the figures: what was played, and what differs between the policies.</summary>
    /// <param name="result">What came of it.</param>
    public static IEnumerable<string> Words(RunResult result)
    {
        var (plan, runs) = (result.Plan, result.Runs[0].Count);
        yield return $"{plan.Customers.File} with {plan.AgentCount} agents; {(runs == 1 ? $"seed {result.Seed}" : $"seeds {result.Seed} to {result.Seed + (ulong)runs - 1}")}.";
        foreach (var warning in plan.Warnings)
        {
            yield return $"Warning: {warning}.";
        }

        if (plan.Policies.Count == 2)
        {
            foreach (var queue in Queues(result))
            {
                var differences = Compared.Select(one => $"{one.Name} {Told(result.Difference(queue, one.Figure), one.Unit)}");
                yield return $"{queue ?? "All queues"}, {plan.Policies[1].File} less {plan.Policies[0].File}: {string.Join(", ", differences)}.";
            }
        }
    }

    /// <summary>For people, the figures.</summary>
    /// <param name="result">What came of it.</param>
    public static IEnumerable<string> Table(RunResult result)
    {
        yield return "queue               entered  answered  in time  given up  mean wait    9 of 10   promises";
        for (var i = 0; i < result.Plan.Policies.Count; i++)
        {
            var figures = result.Sum(i);
            if (result.Plan.Policies.Count > 1)
            {
                yield return result.Plan.Policies[i].File;
            }

            foreach (var queue in Queues(result))
            {
                var found = queue is null ? null : figures.Queues.GetValueOrDefault(queue);
                var sum = queue is null ? figures.Sum : found?.Sum ?? new IntervalFigures();
                yield return string.Create(
                    CultureInfo.InvariantCulture,
                    $"{queue ?? "all",-18} {(double)sum.Entered / figures.Parts,8:0} {(double)sum.Answered / figures.Parts,9:0} {sum.ServiceLevelPercent,6:0.0} % {sum.AbandonedPercent,7:0.0} % {sum.MeanWaitSeconds,8:0.0} s {(found is null ? "" : $"{found.WaitPercentileSeconds(90):0.0} s"),10} {sum.KeptPercent,8:0.0} %");
            }

            yield return string.Create(CultureInfo.InvariantCulture, $"agents' occupancy {figures.OccupancyPercent:0.0} %, never done {(double)figures.Unfinished / figures.Parts:0.#}");
        }
    }

    /// <summary>For programs, one line.</summary>
    /// <param name="result">What came of it.</param>
    public static string Json(RunResult result)
    {
        var plan = result.Plan;
        return JsonSerializer.Serialize(
            new
            {
                From = DateTimeOffset.FromUnixTimeMilliseconds(plan.From),
                Until = DateTimeOffset.FromUnixTimeMilliseconds(plan.Until),
                Customers = plan.Customers.File,
                Agents = plan.AgentCount,
                result.Seed,
                Runs = result.Runs[0].Count,
                Policies = plan.Policies.Select((policy, i) => FiguresOf(policy.File, result.Sum(i))),
                Difference = plan.Policies.Count < 2 ? null : new
                {
                    All = DifferenceOf(result, null),
                    Queues = Queues(result).OfType<string>().ToDictionary(queue => queue, queue => DifferenceOf(result, queue)),
                },
            },
            Form);
    }

    private static object FiguresOf(string file, RunFigures figures) => new
    {
        Policy = file,
        OccupancyPercent = figures.OccupancyPercent is { } percent ? Math.Round(percent, 2) : (double?)null,
        figures.Unfinished,
        All = FigureJson.SumOf(figures.Sum, null),
        Queues = figures.Queues.ToDictionary(queue => queue.Key, queue => FigureJson.SumOf(queue.Value.Sum, queue.Value)),
    };

    // Null is all of them.
    private static List<string?> Queues(RunResult result)
    {
        var used = result.Runs.SelectMany(runs => runs).SelectMany(run => run.Queues)
            .Where(queue => queue.Value.Sum is { Entered: > 0 } or { Refused: > 0 } or { Overflowed: > 0 })
            .Select(queue => queue.Key).Distinct().Order(StringComparer.Ordinal).ToList<string?>();
        return used.Count == 1 ? used : [.. used, null];
    }

    private static object DifferenceOf(RunResult result, string? queue) => new
    {
        ServiceLevelPercent = Rounded(result.Difference(queue, f => f.ServiceLevelPercent)),
        AbandonedPercent = Rounded(result.Difference(queue, f => f.AbandonedPercent)),
        MeanWaitSeconds = Rounded(result.Difference(queue, f => f.MeanWaitSeconds)),
    };

    private static object Rounded(PairedDifference difference) => new
    {
        Mean = Finite(difference.Mean),
        HalfWidth95 = Finite(difference.HalfWidth),
    };

    private static double? Finite(double number) => double.IsFinite(number) ? Math.Round(number, 3) : null;

    private static string Told(PairedDifference difference, string unit) => string.Create(
        CultureInfo.InvariantCulture,
        $"{difference.Mean:+0.00;-0.00;0.00} {(double.IsFinite(difference.HalfWidth) ? $"± {difference.HalfWidth:0.00} " : "")}{unit}");
}
