using Router.Simulator.Counting;
using Router.Simulator.Figures;
using Router.Simulator.Play;
using Router.Simulator.Runs;

namespace Router.Simulations.Scenarios;

/// <summary>What came of a plan with each of its policies.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Seed">The first seed.</param>
/// <param name="Runs">The runs of each policy, one for each seed from the first on.</param>
internal sealed record RunResult(RunPlan Plan, ulong Seed, IReadOnlyList<IReadOnlyList<RunFigures>> Runs)
{
    /// <summary>Plays it.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="seed">The first seed.</param>
    /// <param name="runs">How many seeds.</param>
    public static RunResult Play(RunPlan plan, ulong seed, int runs)
    {
        var played = Replications.Run(
            plan.Policies.Count * runs,
            number => ScenarioRun.Play(plan.Scenario(plan.Policies[number / runs].Policy, seed + (ulong)(number % runs))));
        return new RunResult(plan, seed, [.. played.Chunk(runs)]);
    }

    /// <summary>The runs of a policy added up.</summary>
    /// <param name="policy">The policy's number.</param>
    public RunFigures Sum(int policy)
    {
        var sum = new RunFigures(Runs[policy][0].From, Runs[policy][0].Intervals, parts: 0);
        foreach (var run in Runs[policy])
        {
            sum.Add(run);
        }

        return sum;
    }

    /// <summary>How much more a figure is with the second policy than with the first, on the same customers.</summary>
    /// <param name="queue">The queue, or null for all.</param>
    /// <param name="figure">The figure; runs in which it is null are left out.</param>
    public PairedDifference Difference(string? queue, Func<IntervalFigures, double?> figure) => PairedDifference.Of(
        Runs[1].Zip(Runs[0], (second, first) => figure(Of(second, queue)) - figure(Of(first, queue))).OfType<double>());

    private static IntervalFigures Of(RunFigures figures, string? queue) =>
        queue is null ? figures.Sum : figures.Queues.GetValueOrDefault(queue)?.Sum ?? new IntervalFigures();
}
