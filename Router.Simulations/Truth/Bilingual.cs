using Router.Engine.Agents;
using Router.Engine.Events;
using Router.Engine.Policies;
using Router.Simulator.Chance;
using Router.Simulator.Figures;
using Router.Simulator.Play;
using Router.Simulator.Traffic;

namespace Router.Simulations.Truth;

/// <summary>
/// The example Bilingual of the ContactCenters library (E. Buist and P. L'Ecuyer, 2005): English and Spanish calls, agents of one language and of both. The
/// library takes any of those free by chance; nearest to that is each in turn (<see cref="QueuePolicy.RoundRobin"/>), in another order every day.
/// </summary>
internal sealed class Bilingual : IExample
{
    private const int Weeks = 500;
    private const int FewestWeeks = 20;
    private const int DaysInAWeek = 5;
    private const int Trunks = 40;
    private const long LimitMs = 60_000;
    private const long MsPerMinute = 60_000;
    private const long RetryAfterMs = 20 * MsPerMinute;
    private const double RetryShare = .75;
    private const double PatienceMinutes = 2;
    private const double HourMinutes = 60;

    private static readonly string[] Languages = ["en", "es"];
    private static readonly Uniform[] HandleMinutes = [new(3, 7), new(4, 6)];

    /// <summary>Calls a minute of each language, by hour: from 8 to 17.</summary>
    private static readonly double[] PerMinute = [.. new[] { 100, 50, 50, 50, 50, 50, 50, 50, 50 }.Select(perHour => perHour / HourMinutes)];

    private static readonly (int Agents, string[] Languages)[] Groups = [(7, ["en"]), (7, ["es"]), (4, ["en", "es"])];

    /// <inheritdoc/>
    public string Name => "Bilingual";

    /// <inheritdoc/>
    public IReadOnlyList<Figure> Run(ulong seed, double share, Spoil spoil)
    {
        var weeks = Math.Max(FewestWeeks, (int)Math.Round(Weeks * share));
        var days = Replications.Run(weeks * DaysInAWeek, number => RunDay(seed, number, spoil));
        return
        [
            new Figure($"{Name}/served a week", Weekly(day => day.Served)),
            new Figure($"{Name}/gave up a week", Weekly(day => day.Abandoned)),
            new Figure($"{Name}/served within a minute a week", Weekly(day => day.ServedInTime)),
        ];

        Measured Weekly(Func<ServedSums, double> count) => RatioOfSums.Of([.. days.Select(day => new Batch(count(day), 1.0 / DaysInAWeek))]);
    }

    private static ServedSums RunDay(ulong seed, int day, Spoil spoil)
    {
        Simulation simulation = null!;
        simulation = new Simulation(initial => OneQueue.Policy(initial, [], queue => queue with { Selection = QueuePolicy.RoundRobin }))
        {
            LetsIn = _ => simulation.OpenCalls < Trunks,
        };
        var sums = new ServedSums(LimitMs);
        simulation.Tell(sums);
        var order = new RandomStream(seed, $"Bilingual/{day}/order");
        foreach (var profile in Profiles(spoil).OrderBy(_ => order.NextBits()))
        {
            simulation.Add(new SimulatedAgent(profile, [Shift.Always]));
        }

        var closes = simulation.Now + (PerMinute.Length * (long)HourMinutes * MsPerMinute);
        var kinds = Languages.Select((language, number) => KindOf(language, number, spoil)).ToArray();
        foreach (var kind in kinds)
        {
            var name = $"Bilingual/{day}/{Languages[kind.Number]}";
            simulation.Add(new PoissonCalls(kind, new PeriodRate(HourMinutes, PerMinute), simulation.Now, closes, seed, name));
        }

        simulation.Tell(new Redial(simulation, kinds, closes, new RandomStream(seed, $"Bilingual/{day}/again")));
        simulation.RunEmpty();
        return sums;
    }

    private static IEnumerable<AgentProfile> Profiles(Spoil spoil) => Groups.SelectMany(
        group => Enumerable.Range(1, group.Agents + spoil.MoreAgents).Select(number => new AgentProfile
        {
            Id = $"{string.Join('-', group.Languages)}-{number}",
            Languages = group.Languages.ToDictionary(language => language, _ => AgentProfile.NativeLevel),
        }));

    private static CallKind KindOf(string language, int number, Spoil spoil) => new(
        number,
        OneQueue.Content(language: language),
        new Stretched(HandleMinutes[number], spoil.ServiceFactor),
        new Exponential(PatienceMinutes));

    /// <summary>Lets those who gave up call again, while it is open.</summary>
    private sealed class Redial(Simulation simulation, CallKind[] kinds, long closes, RandomStream stream) : Watcher
    {
        /// <inheritdoc/>
        public override void OnLeft(Call call, TicketLeft fact)
        {
            var again = simulation.Now + RetryAfterMs;
            if (stream.NextUniform() < RetryShare && again < closes)
            {
                simulation.Add(kinds[call.Kind].CallAt(again, stream, stream));
            }
        }
    }
}
