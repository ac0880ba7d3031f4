using Router.Simulator.Chance;
using Router.Simulator.Play;
using Router.Simulator.Traffic;

namespace Router.Simulations.Bank;

/// <summary>Plays a day of the log again. Of the same seed, callers are the same under every rule.</summary>
/// <param name="log">What is known of the bank.</param>
/// <param name="gapFactor">What the log's gaps are multiplied by: found by calibration.</param>
internal sealed class DayReplay(BankLog log, double gapFactor)
{
    private const string Double = "+";

    /// <summary>Plays it.</summary>
    /// <param name="day">The day.</param>
    /// <param name="rule">How calls are routed.</param>
    /// <param name="staffing">Who is there.</param>
    /// <param name="seed">The seed of chance.</param>
    /// <param name="watchers">Who else is told what happens.</param>
    /// <returns>What became of the callers.</returns>
    public DayFigures Play(BankDay day, BankRule rule, Staffing staffing, ulong seed, params Watcher[] watchers)
    {
        var gaps = new Dictionary<string, RandomStream>(StringComparer.Ordinal);
        Simulation simulation = null!;
        simulation = new Simulation(rule.Policy, new DateTimeOffset(day.Date, TimeOnly.MinValue, TimeSpan.Zero).ToUnixTimeMilliseconds())
        {
            WrapUpMs = (agent, _) => GapOf(agent.Id, simulation.Now),
        };
        var counter = new DayCounter();
        simulation.Tell(counter);
        Array.ForEach(watchers, simulation.Tell);
        foreach (var agent in AgentsOf(day, staffing))
        {
            gaps[agent.Name] = new RandomStream(seed, $"{day.Date:O}/gaps/{agent.Name}");
            simulation.Add(new SimulatedAgent(rule.Profile(agent.Name, log.Served[agent.Name.TrimEnd(Double[0])]), agent.Shifts));
        }

        simulation.Add(new RecordedCalls(log.CallsOf(day, seed, BankRule.Content)));
        simulation.RunEmpty();
        return counter.Figures;

        long GapOf(string agent, long at) => (long)(gapFactor * log.OffPhone.Draw(agent.TrimEnd(Double[0]), at, gaps[agent]));
    }

    private static IEnumerable<BankAgent> AgentsOf(BankDay day, Staffing staffing)
    {
        if (day.Agents.Count == 0 || staffing == Staffing.AsLogged)
        {
            return day.Agents;
        }

        var median = day.Agents.OrderBy(agent => agent.DutyMs).ThenBy(agent => agent.Name, StringComparer.Ordinal).ElementAt(day.Agents.Count / 2);
        return staffing == Staffing.OneMore
            ? day.Agents.Append(median with { Name = median.Name + Double })
            : day.Agents.Where(agent => agent != median);
    }
}
