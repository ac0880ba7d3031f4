using Router.Engine.Policies;
using Router.Engine.Tickets;

namespace Router.Engine.Properties.Drawing;

/// <summary>Policies drawn from a seed, small enough that everything meets everything.</summary>
internal static class RandomPolicy
{
    public static readonly string[] Skills = ["billing", "cards"];
    public static readonly string[] Languages = ["en", "he", "pt", "pt-br"];
    private static readonly string[] Queues = ["overflow", "sales", "service"];

    public static WorkspacePolicy Draw(int seed)
    {
        var random = new Random(seed);
        List<ChannelPolicy> channels = [Channel(random, "call", exclusive: true), Channel(random, "chat"), Email(random)];
        if (random.Next(3) == 0)
        {
            channels.Add(Channel(random, "video", exclusive: random.Next(2) == 0));
        }

        var names = channels.Select(c => c.Name).ToArray();
        string[] queues = [.. Queues.Where(_ => random.Next(4) > 0).DefaultIfEmpty("service")];
        return new WorkspacePolicy
        {
            Skills = [.. Skills.Select(s => new CodeLabel(s))],
            AwayReasons = [new("break"), new("meal")],
            Segments = ["gold"],
            AgentCare = Care(new Random(seed + 1)),
            DefaultCapacity = random.Next(50, 200),
            LiveOffersPerAgent = random.Next(4) == 0 ? random.Next(2, 4) : 1,
            CustomerMemorySeconds = random.Next(3) == 0 ? 0 : random.Next(1, 600),
            MostForOne = (seed & 3) == 0 ? 1 + (seed % 3) : 5,
            LeastForOneSeconds = (seed & 7) == 1 ? 1 + (seed % 90) : 60,
            BackWithinSeconds = (seed & 7) == 2 ? seed % 60 : 180,
            OffersPerAgent = random.Next(4) == 0 ? random.Next(1, 4) : 0,
            Channels = channels,
            Queues = RandomAlarms.Add(
                new Random(seed + 3), AddToSome(new Random(seed + 2), RandomAdmission.Add(random, [.. queues.Select(q => Queue(random, q, queues, names))]))),
            Rules = [.. Enumerable.Range(0, random.Next(4)).Select(i => Rule(random, $"rule {i}", queues, names))],
            DefaultQueue = Pick(random, queues),
            UnroutableQueue = random.Next(2) == 0 ? Pick(random, queues) : "",
        };
    }

    /// <summary>Other rules that keep all queues and channels there are, as most changes of a policy do.</summary>
    public static WorkspacePolicy Redraw(WorkspacePolicy policy, int seed)
    {
        var drawn = Draw(seed);
        var channels = drawn.Channels.UnionBy(policy.Channels, c => c.Name).ToList();
        return drawn with
        {
            Channels = channels,
            Queues = [.. drawn.Queues.UnionBy(policy.Queues, q => q.Name)],
        };
    }

    /// <summary>Offers to several agents, and follow-ups.</summary>
    private static List<QueuePolicy> AddToSome(Random random, List<QueuePolicy> queues)
    {
        var wider = queues.ConvertAll(q => random.Next(3) > 0 ? q : q with { OfferWidth = random.Next(2, 5) });
        return wider.ConvertAll(q => random.Next(4) > 0 ? q : q with { FollowUp = new([], random.Next(1, 90), "") });
    }

    private static AgentCare? Care(Random random) => random.Next(2) == 0 ? null : new AgentCare
    {
        BreatherSeconds = random.Next(3) == 0 ? 0 : random.Next(1, 60),
        HardAfterSeconds = random.Next(2) == 0 ? 0 : random.Next(1, 60),
        MaxOccupancyPercent = random.Next(2) == 0 ? 0 : random.Next(1, 8),
        DrainBeforeSeconds = random.Next(2) == 0 ? 0 : random.Next(1, 60),
    };

    private static ChannelPolicy Channel(Random random, string name, bool exclusive = false) => new()
    {
        Name = name,
        Exclusive = exclusive,
        AcceptMode = random.Next(6) == 0 ? AcceptMode.Auto : AcceptMode.Manual,
        OfferSeconds = random.Next(1, 40),
        MissedLimit = random.Next(3),
        GraceSeconds = random.Next(1, 90),
        Cost = exclusive ? random.Next(30, 110) : random.Next(10, 60),
        Max = exclusive ? random.Next(1, 3) : random.Next(0, 5),
        TargetSeconds = random.Next(0, 60),
        WrapUp = WrapUp(random),
        HandleSeconds = random.Next(10, 600),
    };

    private static ChannelPolicy Email(Random random) => Channel(random, "email") with
    {
        Interruptible = random.Next(10) > 0,
        Deferred = random.Next(3) > 0,
        AcceptMode = random.Next(3) == 0 ? AcceptMode.Manual : AcceptMode.Auto,
        GraceSeconds = random.Next(2) == 0 ? 28_800 : 100,
    };

    private static WrapUpRule WrapUp(Random random) => random.Next(6) switch
    {
        0 => new(WrapUpKind.Timed, random.Next(1, 40)),
        1 => new(WrapUpKind.Optional, random.Next(1, 40)),
        2 => new(WrapUpKind.UntilDone, 0),
        _ => WrapUpRule.None,
    };

    private static QueuePolicy Queue(Random random, string name, string[] queues, string[] channels) => new()
    {
        Name = name,
        Escalation = random.Next(3) == 0 ? new QueueStep { AfterMs = 0, LowerSkillLevels = random.Next(3), Queue = Pick(random, queues) } : null,
        ReopenSeconds = random.Next(4) == 0 ? 0 : random.Next(1, 600),
        Channels = [.. channels.Where(_ => random.Next(5) > 0).DefaultIfEmpty("chat").Select(c => QueueChannel(random, c))],
        Skills = random.Next(5) == 0 ? [new SkillNeed(Pick(random, Skills), random.Next(1, 4))] : [],
        Languages = random.Next(5) == 0 ? [new LanguageNeed(Pick(random, Languages), random.Next(1, 4), 0)] : [],
        PriorityHeadStart = new Dictionary<int, int> { [1] = random.Next(0, 30), [2] = random.Next(0, 300) },
        SegmentHeadStart = new Dictionary<string, int> { ["gold"] = random.Next(0, 60) },
        Steps = Steps(random, queues),
        Dispositions = random.Next(3) == 0 ? [new("done"), new("sold")] : [],
        CooldownSeconds = random.Next(5) == 0 ? 0 : random.Next(1, 60),
        Selection = random.Next(2) == 0 ? QueuePolicy.LongestIdle : Pick(random, [QueuePolicy.BestFit, QueuePolicy.RoundRobin, QueuePolicy.LeastLoaded]),
    };

    private static ClassificationRule Rule(Random random, string name, string[] queues, string[] channels) => new()
    {
        Name = name,
        When = random.Next(4) switch
        {
            0 => [new(ConditionKind.Any, 2), Field("channel", Comparison.Equal, Pick(random, channels)), new(ConditionKind.Not, 1), Field("language", Comparison.Exists)],
            1 => [Field("attributes.amount", Comparison.GreaterOrEqual, $"{random.Next(10)}")],
            2 => [Field("language", Comparison.Prefix, Pick(random, Languages))],
            _ => [],
        },
        Targets = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Target(random, queues))],
    };

    private static ConditionPart Field(string field, Comparison comparison, params string[] values) => new(ConditionKind.Field, 0, field, comparison, values);

    private static ClassificationTarget Target(Random random, string[] queues) => new()
    {
        Weight = random.Next(1, 5),
        Queue = random.Next(4) == 0 ? "" : Pick(random, queues),
        Skills = random.Next(3) == 0 ? [new SkillNeed(Pick(random, Skills), random.Next(1, 4))] : [],
        Languages = random.Next(3) == 0 ? [new LanguageNeed(Pick(random, Languages), random.Next(1, 4), 0)] : [],
        Priority = random.Next(3) == 0 ? random.Next(1, 3) : null,
        Segment = random.Next(4) == 0 ? "gold" : "",
        HeadStartSeconds = random.Next(3) == 0 ? random.Next(1, 60) : 0,
        Steps = random.Next(3) == 0 ? Steps(random, queues) : [],
    };

    private static QueueChannel QueueChannel(Random random, string channel) => new(
        channel,
        random.Next(3) == 0 ? random.Next(0, 90) : null,
        random.Next(4) == 0 ? WrapUp(random) : null,
        random.Next(4) == 0 ? random.Next(1, 30) : null);

    private static List<QueueStep> Steps(Random random, string[] queues)
    {
        var steps = new List<QueueStep>();
        if (random.Next(3) == 0)
        {
            steps.Add(new QueueStep { AfterMs = 0, IsKnownAgent = true });
            steps.Add(new QueueStep { AfterMs = random.Next(1, 60_000), IsExpedited = random.Next(3) == 0 });
            return steps;
        }

        for (var after = random.Next(-60, 40); steps.Count < 3 && after is >= 0 and < 120; after += random.Next(0, 90))
        {
            steps.Add(new QueueStep
            {
                AfterMs = after * 1_000L,
                IsExpedited = random.Next(5) == 0,
                LowerSkillLevels = random.Next(3),
                LowerLanguageLevels = random.Next(3),
                DropSkills = random.Next(3) == 0 ? [Pick(random, Skills)] : [],
                DropAllSkills = random.Next(4) == 0,
                Queue = random.Next(4) == 0 ? Pick(random, queues) : "",
                MoreLanguages = random.Next(3) == 0 ? [new LanguageNeed(Pick(random, Languages), 1, 0)] : [],
            });
        }

        return steps;
    }

    private static T Pick<T>(Random random, T[] from) => from[random.Next(from.Length)];
}
