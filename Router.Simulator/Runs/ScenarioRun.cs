using Router.Engine.Events;
using Router.Simulator.Counting;
using Router.Simulator.Play;
using Router.Simulator.Traffic;

namespace Router.Simulator.Runs;

/// <summary>Plays a scenario through the real engine in virtual time.</summary>
public static class ScenarioRun
{
    /// <summary>What came before the end has so long to be over; what is still open then is unfinished. A day.</summary>
    public static readonly TimeSpan MostDrain = TimeSpan.FromDays(1);

    /// <summary>Plays it. The same scenario gives the same facts.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="onFact">Is told every fact of the engine, in order; null when nobody wants them.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>The figures by queue and interval.</returns>
    /// <exception cref="SimulationException">The engine refuses the policy, an agent or a ticket, or calls are not in order.</exception>
    /// <exception cref="OperationCanceledException">It was given up.</exception>
    public static RunFigures Play(Scenario scenario, Action<Fact>? onFact = null, CancellationToken cancel = default)
    {
        var simulation = new Simulation(_ => scenario.Policy, scenario.From) { TurnsAwayRefused = scenario.TurnsAwayRefused };
        var counter = new FigureCounter(simulation.Policy, scenario.CountedFrom ?? scenario.From, scenario.Until);
        simulation.Tell(new CountingWatcher(counter));
        if (onFact is not null)
        {
            simulation.Tell(new FactWatcher(onFact));
        }

        foreach (var agent in scenario.Agents)
        {
            simulation.Add(agent);
        }

        simulation.Add(new RecordedCalls(InOrder(scenario, cancel)));
        simulation.Run(scenario.Until);
        simulation.RunOut(scenario.Until + (long)MostDrain.TotalMilliseconds);
        counter.Close(simulation.Now, simulation.OpenCalls);
        return counter.Figures;
    }

    private static IEnumerable<Call> InOrder(Scenario scenario, CancellationToken cancel)
    {
        var last = scenario.From;
        foreach (var call in scenario.Calls.TakeWhile(call => call.At < scenario.Until))
        {
            cancel.ThrowIfCancellationRequested();
            if (call.At < last)
            {
                throw new SimulationException($"A call comes at {call.At} ms, before the one before it or before the beginning, at {last} ms: calls may be in the order of their times.");
            }

            last = call.At;
            yield return call;
        }
    }

    private sealed class FactWatcher(Action<Fact> onFact) : Watcher
    {
        public override void OnFact(Fact fact) => onFact(fact);
    }
}
