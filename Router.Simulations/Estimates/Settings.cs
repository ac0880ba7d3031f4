using Router.Engine.Agents;
using Router.Engine.Policies;
using Router.Simulator.Chance;
using Router.Simulator.Play;
using Router.Simulator.Traffic;

namespace Router.Simulations.Estimates;

/// <summary>The six settings. Times are exponential unless said otherwise.</summary>
internal static class Settings
{
    /// <summary>Where waits swing with the load, what an average of past waits says is old: the estimate must be 20 % better.</summary>
    private const double MuchBetter = 0.8;

    private const double HandleMinutes = 5;
    private const int SecondsPerMinute = 60;

    /// <summary>Seconds of head start from one priority to the next: far above any wait.</summary>
    private const int HeadStartSeconds = 1_000_000;

    private const int Skills = 6;
    private const int AgentsPerSkill = 15;

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Setting> All { get; } =
    [
        OfOneQueue("1 M/M/10 at .95", 10, 1.9) with { MostOfAsterisk = MuchBetter },
        OfOneQueue("2 M/M/100 at .98", 100, 19.6),
        Impatient("3 waves", new WaveRate(4 * 0.92, 4 * 0.25, 480)),
        Impatient("4 breaks", new SteadyRate(3.4)) with { HasBreaks = true },
        SixSkills(),
        ThreePriorities(),
    ];

    private static Setting OfOneQueue(string name, int agents, double perMinute) => new()
    {
        Name = name,
        Policy = initial => OneQueue.Policy(initial, []),
        Agents = () => Alike(agents),
        Calls = [(new CallKind(0, OneQueue.Content(), new Exponential(HandleMinutes)), new SteadyRate(perMinute))],
    };

    private static Setting Impatient(string name, Rate rate) => new()
    {
        Name = name,
        Policy = initial => OneQueue.Policy(initial, []),
        Agents = () => Alike(20),
        Calls = [(new CallKind(0, OneQueue.Content(), new LogNormal(HandleMinutes, 1.3), new Exponential(15)), rate)],
        MostOfAsterisk = MuchBetter,
    };

    // What is a skill elsewhere is a queue here: waits are told by queue, language and head start.
    private static Setting SixSkills() => new()
    {
        Name = "5 six skills",
        Policy = initial => OneQueue.Policy(initial, []) with
        {
            Channels = [.. initial.Channels.Select(c => c with { WrapUp = WrapUpRule.None, HandleSeconds = 10 * SecondsPerMinute })],
            Queues = [.. Enumerable.Range(0, Skills).Select(skill => new QueuePolicy { Name = QueueOf(skill), Channels = [new QueueChannel(OneQueue.Call, 20)] })],
        },
        Agents = () =>
        [
            .. Enumerable.Range(0, Skills * AgentsPerSkill).Select(i => Agent(
                i, QueueOf(i / AgentsPerSkill), QueueOf(((i / AgentsPerSkill) + 1 + (i % AgentsPerSkill % (Skills - 1))) % Skills))),
        ],
        Calls =
        [
            .. Enumerable.Range(0, Skills).Select(skill =>
                (new CallKind(skill, OneQueue.Content() with { Queue = QueueOf(skill) }, new Exponential(10)), (Rate)new SteadyRate(1.425))),
        ],
    };

    private static Setting ThreePriorities()
    {
        double[] perMinute = [3, 4, 2.5];
        var headStarts = Enumerable.Range(0, perMinute.Length).ToDictionary(kind => kind, kind => (perMinute.Length - 1 - kind) * HeadStartSeconds);
        return new()
        {
            Name = "6 three priorities",
            Policy = initial => OneQueue.Policy(initial, [], queue => queue with { PriorityHeadStart = headStarts }),
            Agents = () => Alike(50),
            Calls =
            [
                .. perMinute.Select((rate, kind) =>
                    (new CallKind(kind, OneQueue.Content(priority: kind), new Exponential(HandleMinutes)), (Rate)new SteadyRate(rate))),
            ],
        };
    }

    private static string QueueOf(int skill) => $"skill-{skill}";

    private static List<SimulatedAgent> Alike(int agents) => [.. Enumerable.Range(0, agents).Select(i => Agent(i))];

    private static SimulatedAgent Agent(int number, params string[] queues) => new(new AgentProfile { Id = $"agent-{number}", Queues = queues }, [Shift.Always]);
}
