using System.Globalization;
using Router.Engine.Agents;
using Router.Engine.Policies;
using Router.Engine.Tickets;

namespace Router.Bench.Engine;

/// <summary>A policy as a large enterprise has it: 50 queues of 4 steps each, and 200 rules that choose among them.</summary>
internal static class FullPolicy
{
    public static readonly string[] Selections = [QueuePolicy.LongestIdle, QueuePolicy.BestFit, QueuePolicy.RoundRobin, QueuePolicy.LeastLoaded];

    private const int Queues = 50;
    private const int Rules = 200;
    private const int QueuesPerAgent = 5;
    private static readonly string[] Languages = ["en", "he", "ru", "ar"];

    public static WorkspacePolicy For(WorkspacePolicy initial, string selection) => initial with
    {
        Skills = [.. Enumerable.Range(0, Queues).Select(q => new CodeLabel(Name("skill", q)))],
        Segments = ["gold"],
        Channels = [.. initial.Channels.Select(c => c with { WrapUp = WrapUpRule.None, OfferSeconds = 3_600 })],
        Queues = [.. Enumerable.Range(0, Queues).Select(q => Queue(q, selection))],
        Rules = [.. Enumerable.Range(0, Rules).Select(Rule)],
        DefaultQueue = Name("queue", 0),
    };

    /// <summary>A call that names no queue, of which the rule for its topic knows.</summary>
    public static TicketContent Content(int number) => new()
    {
        Source = "bench",
        ExternalId = number.ToString(CultureInfo.InvariantCulture),
        Channel = "call",
        Queue = "",
        CustomerId = Name("customer", number % 100_000),
        Segment = number % 10 == 0 ? "gold" : "",
        Languages = [new LanguageNeed(Languages[number % Languages.Length], 2, 0)],
        Attributes = [KeyValuePair.Create("topic", Name("topic", number * 7 % Rules)), KeyValuePair.Create("amount", "250")],
    };

    public static AgentProfile Profile(int number)
    {
        var queues = Enumerable.Range(0, QueuesPerAgent).Select(i => (number + (i * Queues / QueuesPerAgent)) % Queues).ToList();
        return new AgentProfile
        {
            Id = Name("agent", number),
            Queues = [.. queues.Select(q => Name("queue", q))],
            Skills = queues.ToDictionary(q => Name("skill", q), q => 1 + (((number / 10) + q) % AgentProfile.NativeLevel)),
            Languages = Languages.Where((_, i) => i == 0 || number / 10 % (i + 1) == 0).ToDictionary(l => l, _ => 2 + (number / 100 % 4)),
        };
    }

    private static QueuePolicy Queue(int number, string selection) => new()
    {
        Name = Name("queue", number),
        Channels = [new QueueChannel("call", TargetSeconds: 30)],
        Selection = selection,
        PriorityHeadStart = new Dictionary<int, int> { [1] = 30 },
        SegmentHeadStart = new Dictionary<string, int> { ["gold"] = 60 },
        Steps =
        [
            new() { AfterMs = 30_000, LowerSkillLevels = 1 },
            new() { AfterMs = 60_000, LowerSkillLevels = 2, LowerLanguageLevels = 1 },
            new() { AfterMs = 120_000, DropAllSkills = true },
            new() { AfterMs = 300_000, DropAllSkills = true, Queue = Name("queue", (number + 1) % Queues) },
        ],
    };

    private static ClassificationRule Rule(int number) => new()
    {
        Name = Name("rule", number),
        When =
        [
            new(ConditionKind.All, 3),
            Field("channel", Comparison.Equal, "call"),
            Field("attributes.topic", Comparison.Equal, Name("topic", number)),
            Field("attributes.amount", Comparison.Less, "1000"),
        ],
        Targets =
        [
            new() { Weight = 9, Queue = Name("queue", number % Queues), Skills = [new SkillNeed(Name("skill", number % Queues), 2)] },
            new() { Weight = 1, Queue = Name("queue", number % Queues), Priority = 1 },
        ],
    };

    private static ConditionPart Field(string field, Comparison comparison, string value) => new(ConditionKind.Field, 0, field, comparison, [value]);

    private static string Name(string kind, int number) => $"{kind}-{number.ToString(CultureInfo.InvariantCulture)}";
}
