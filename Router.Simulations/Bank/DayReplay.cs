using Router.CallLog;
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

        simulation.Add(new RecordedCalls(CallsOf(day, seed)));
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

    private IEnumerable<Call> CallsOf(BankDay day, ulong seed)
    {
        var patience = new RandomStream(seed, $"{day.Date:O}/patience");
        var service = new RandomStream(seed, $"{day.Date:O}/service");
        foreach (var row in day.Callers)
        {
            // Drawn for each, so that what one needs does not change what the next one gets.
            var (patient, served) = (patience.NextUniform(), service.NextUniform());
            var waited = row.QueueSeconds * 1_000L;
            var services = log.ServicesOf(row.Type);
            yield return new Call
            {
                At = row.EnteredQueue.ToUnixTimeMilliseconds(),
                Content = BankRule.Content(row),
                PatienceMs = row.Outcome == Outcome.Hang
                    ? waited
                    : log.PatienceOf(row.Type).Draw(waited, patient),
                HandleMs = row.Outcome == Outcome.Agent || services.Length == 0
                    ? BankLog.ServiceMs(row)
                    : services[(int)(served * services.Length)],
            };
        }
    }
}
