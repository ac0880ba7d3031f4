using Router.Engine.Agents;
using Router.Engine.Policies;
using Router.Simulator.Chance;
using Router.Simulator.Figures;
using Router.Simulator.Play;
using Router.Simulator.Traffic;

namespace Router.Simulations.Truth;

/// <summary>
/// The example SimpleMSK of the ContactCenters library (E. Buist and P. L'Ecuyer, 2005): three types of calls, two groups of agents, three periods, and days that
/// are busy or quiet as a whole.
/// </summary>
internal sealed class SimpleMsk : IExample
{
    private const int Days = 1_200;
    private const int FewestDays = 40;
    private const double PeriodMinutes = 120;
    private const long LimitMs = 20_000;
    private const double BusyShape = 28.7;

    private const long PeriodMs = (long)PeriodMinutes * 60_000;

    private static readonly string[] Types = ["type-0", "type-1", "type-2"];

    /// <summary>Calls a minute, by type and period.</summary>
    private static readonly double[][] PerMinute = [[4.2, 5.3, 3.2], [5.1, 4.3, 4.8], [6.3, 5.2, 4.8]];

    /// <summary>Services and losses of patience a minute, by the period in which the call came.</summary>
    private static readonly double[] ServiceRates = [.5, .6, .4];
    private static readonly double[] PatienceRates = [.3, .4, .2];

    /// <summary>Agents by group and period.</summary>
    private static readonly int[][] Agents = [[12, 18, 9], [15, 20, 11]];

    /// <summary>What each group can do; of those free, the higher level in the type asked for comes first.</summary>
    private static readonly Dictionary<string, int>[] Skills =
    [
        new() { [Types[0]] = 3, [Types[1]] = 4 },
        new() { [Types[1]] = 3, [Types[2]] = 3 },
    ];

    /// <inheritdoc/>
    public string Name => "SimpleMSK";

    /// <inheritdoc/>
    public IReadOnlyList<Figure> Run(ulong seed, double share, Spoil spoil)
    {
        var days = Replications.Run(Math.Max(FewestDays, (int)Math.Round(Days * share)), number => RunDay(seed, number, spoil));
        return
        [
            new Figure($"{Name}/served", Over(day => day.Served, _ => 1)),
            new Figure($"{Name}/gave up", Over(day => day.Abandoned, _ => 1)),
            new Figure($"{Name}/service level", Over(day => day.ServedInTime, day => day.Served + day.AbandonedLate)),
        ];

        Measured Over(Func<ServedSums, double> over, Func<ServedSums, double> under) => RatioOfSums.Of(
            [.. days.Select(day => new Batch(over(day.Sums), under(day.Sums), Controls(day.Sums, day.Busy)))]);
    }

    // How busy the day was, its square, and how many calls came for so busy a day, each less its mean.
    private static double[] Controls(ServedSums sums, double busy) =>
    [
        busy - 1,
        (busy * busy) - 1 - (1 / BusyShape),
        sums.Served + sums.Abandoned - (busy * PeriodMinutes * PerMinute.Sum(type => type.Sum())),
    ];

    private static (ServedSums Sums, double Busy) RunDay(ulong seed, int day, Spoil spoil)
    {
        var busy = new Gamma(BusyShape, BusyShape).Draw(new RandomStream(seed, $"SimpleMSK/{day}/busy"));
        var simulation = new Simulation(initial => OneQueue.Policy(initial, Types, queue => queue with { Selection = QueuePolicy.BestFit }));
        var sums = new ServedSums(LimitMs);
        simulation.Tell(sums);
        for (var group = 0; group < Agents.Length; group++)
        {
            for (var agent = 0; agent < Agents[group].Max() + spoil.MoreAgents; agent++)
            {
                var profile = new AgentProfile { Id = $"agent-{group}-{agent}", Skills = Skills[group] };
                simulation.Add(new SimulatedAgent(profile, ShiftsOf(Agents[group], agent - spoil.MoreAgents, simulation.Now)));
            }
        }

        for (var type = 0; type < Types.Length; type++)
        {
            var kinds = ServiceRates.Select((_, period) => KindOf(type, period, spoil)).ToArray();
            var closes = simulation.Now + (PeriodMs * ServiceRates.Length);
            simulation.Add(new PoissonCalls(
                minute => kinds[(int)(minute / PeriodMinutes)],
                new PeriodRate(PeriodMinutes, PerMinute[type], busy),
                simulation.Now,
                closes,
                seed,
                $"SimpleMSK/{day}/{type}"));
        }

        simulation.RunEmpty();
        return (sums, busy);
    }

    private static CallKind KindOf(int type, int period, Spoil spoil) => new(
        type,
        OneQueue.Content(Types[type]),
        new Stretched(new Exponential(1 / ServiceRates[period]), spoil.ServiceFactor),
        new Exponential(1 / PatienceRates[period]));

    /// <summary>The shifts of one agent of a group, of which those with lower numbers are there in more periods.</summary>
    private static List<Shift> ShiftsOf(int[] agents, int number, long start)
    {
        var shifts = new List<Shift>();
        for (var period = 0; period < agents.Length; period++)
        {
            if (number >= agents[period])
            {
                continue;
            }

            var begins = start + (period * PeriodMs);
            // Who is there at the end stays until all are served.
            var ends = period == agents.Length - 1 ? Shift.Forever : begins + PeriodMs;
            var goesOn = shifts.Count > 0 && shifts[^1].End == begins;
            shifts = goesOn ? [.. shifts[..^1], shifts[^1] with { End = ends }] : [.. shifts, new Shift(begins, ends)];
        }

        return shifts;
    }
}
