using Router.Engine.Agents;
using Router.Simulator.Chance;
using Router.Simulator.Figures;
using Router.Simulator.Play;
using Router.Simulator.Traffic;

namespace Router.Simulations.Truth;

/// <summary>
/// One queue, agents who are all alike, Poisson arrivals, exponential services and perhaps patience: what Erlang's and Palm's formulas are exact for. Several
/// rates are classes by priority, the first served before all others.
/// </summary>
internal sealed class MarkovQueue : IExample
{
    /// <summary>Seconds of head start from one class to the next: far above any wait.</summary>
    private const int HeadStartSeconds = 1_000_000;

    private const long MsPerMinute = 60_000;
    private const long TailMinutes = 120;
    private const int BatchesInARun = 20;
    private const int FewestRuns = 2;

    /// <inheritdoc/>
    public required string Name { get; init; }

    /// <summary>Calls a minute, by class.</summary>
    public required double[] PerMinute { get; init; }

    /// <summary>Mean service time, minutes.</summary>
    public required double HandleMinutes { get; init; }

    /// <summary>Mean patience, minutes; null is endless.</summary>
    public double? PatienceMinutes { get; init; }

    /// <summary>How many agents.</summary>
    public required int Agents { get; init; }

    /// <summary>Virtual minutes of one batch, many times what the queue needs to forget.</summary>
    public required int BatchMinutes { get; init; }

    /// <summary>Runs of twenty batches for the precision asked for.</summary>
    public required int Runs { get; init; }

    /// <inheritdoc/>
    public IReadOnlyList<Figure> Run(ulong seed, double share, Spoil spoil)
    {
        var runs = Math.Max(FewestRuns, (int)Math.Round(Runs * share));
        var results = Replications.Run(runs, number => RunOnce(seed, number, spoil));
        var controls = results.SelectMany(result => result.Controls.Batches).ToArray();
        return [.. PerMinute.SelectMany((_, kind) => FiguresOf(kind, [.. results.SelectMany(result => result.Waits.Of(kind))], controls))];
    }

    private (WaitCounter Waits, ChanceControls Controls) RunOnce(ulong seed, int number, Spoil spoil)
    {
        var headStarts = Enumerable.Range(0, PerMinute.Length).ToDictionary(kind => kind, kind => (PerMinute.Length - 1 - kind) * HeadStartSeconds);
        var simulation = new Simulation(initial => OneQueue.Policy(initial, [], queue => queue with { PriorityHeadStart = headStarts }));
        // The queue begins empty: one batch is let go by.
        var counted = simulation.Now + (BatchMinutes * MsPerMinute);
        // And calls go on coming until those of the last batch are served.
        var end = counted + (((BatchesInARun * BatchMinutes) + TailMinutes) * MsPerMinute);
        var counter = new WaitCounter(PerMinute.Length, counted, BatchMinutes * MsPerMinute, BatchesInARun);
        simulation.Tell(counter);
        var controls = new ChanceControls(
            PerMinute, Agents, HandleTime(spoil).Mean, PatienceMinutes, counted, BatchMinutes * MsPerMinute, BatchesInARun);
        simulation.Tell(controls);
        for (var agent = 1; agent <= Agents + spoil.MoreAgents; agent++)
        {
            simulation.Add(new SimulatedAgent(new AgentProfile { Id = $"agent-{agent}" }, [Shift.Always]));
        }

        for (var kind = 0; kind < PerMinute.Length; kind++)
        {
            var calls = new CallKind(kind, OneQueue.Content(priority: kind), HandleTime(spoil), PatienceMinutes is { } mean ? new Exponential(mean) : null);
            simulation.Add(new PoissonCalls(calls, new SteadyRate(PerMinute[kind]), simulation.Now, end, seed, $"{Name}/{number}/{kind}"));
        }

        simulation.Run(end);
        return (counter, controls);
    }

    private Stretched HandleTime(Spoil spoil) => new(new Exponential(HandleMinutes), spoil.ServiceFactor);

    private IEnumerable<Figure> FiguresOf(int kind, IReadOnlyList<WaitSums> batches, double[][] controls)
    {
        var name = PerMinute.Length == 1 ? Name : $"{Name}/class {kind + 1}";
        yield return new Figure($"{name}/mean wait, s", Over(b => b.WaitSeconds));
        if (PatienceMinutes is not null)
        {
            yield return new Figure($"{name}/gave up", Over(b => b.Abandoned));
        }
        else if (PerMinute.Length == 1)
        {
            yield return new Figure($"{name}/had to wait", Over(b => b.Waited));
        }

        Measured Over(Func<WaitSums, double> sum) => RatioOfSums.Of([.. batches.Select((b, i) => new Batch(sum(b), b.Calls, controls[i]))]);
    }
}
