using Router.Engine.Agents;
using Router.Simulator.Play;
using Router.Simulator.Traffic;

namespace Router.Simulations.Estimates;

/// <summary>One run of a setting.</summary>
internal static class SettingRun
{
    /// <summary>Minutes in which the queue fills and the estimates learn; what is told in them does not count.</summary>
    public const int WarmUpMinutes = 5_000;

    private const long MsPerMinute = 60_000;
    private const int DayMinutes = 480;
    private const int BreakAfterMinutes = 240;
    private const int BreakMinutes = 60;

    /// <summary>Runs it.</summary>
    /// <param name="setting">The setting.</param>
    /// <param name="minutes">Minutes that count.</param>
    /// <param name="seed">The seed of chance.</param>
    public static Measures Run(Setting setting, int minutes, ulong seed)
    {
        var simulation = new Simulation(setting.Policy);
        var start = simulation.Now;
        var end = start + ((WarmUpMinutes + minutes) * MsPerMinute);
        var counter = new ToldCounter(setting.Calls.Count, start + (WarmUpMinutes * MsPerMinute));
        simulation.Tell(counter);
        var agents = setting.Agents();
        foreach (var agent in agents)
        {
            simulation.Add(agent);
        }

        foreach (var (kind, rate) in setting.Calls)
        {
            simulation.Add(new PoissonCalls(kind, rate, start, end, seed, $"estimates/{setting.Name}/{kind.Number}"));
        }

        if (setting.HasBreaks)
        {
            PlanBreak(simulation, [.. agents.Where((_, i) => i % 2 == 0)], start + (BreakAfterMinutes * MsPerMinute));
        }

        simulation.Run(end);
        return counter.Measures;
    }

    private static void PlanBreak(Simulation simulation, IReadOnlyList<SimulatedAgent> agents, long at)
    {
        simulation.At(at, () => SetAll(Presence.Away));
        simulation.At(at + (BreakMinutes * MsPerMinute), () =>
        {
            SetAll(Presence.Available);
            PlanBreak(simulation, agents, at + (DayMinutes * MsPerMinute));
        });

        void SetAll(Presence presence)
        {
            foreach (var agent in agents)
            {
                simulation.Set(agent, presence);
            }
        }
    }
}
