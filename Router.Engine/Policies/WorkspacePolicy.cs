namespace Router.Engine.Policies;

/// <summary>All rules of a workspace, at one version. Immutable: a change is a new version.</summary>
public sealed record WorkspacePolicy
{
    /// <summary>Most channels that a workspace may ever have named.</summary>
    public const int MostChannels = 16;

    /// <summary>The presence reason that the system sets after missed offers.</summary>
    public const string NoAnswer = "no_answer";

    /// <summary>The segment that is always known, beside those of the list.</summary>
    public const string Dissatisfied = "dissatisfied";

    /// <summary>What a new workspace starts with: the three usual channels, the usual away reasons, no queue.</summary>
    public static readonly WorkspacePolicy Initial = new()
    {
        Version = 1,
        AwayReasons = [new("break"), new("meal"), new("training"), new("meeting"), new("admin"), new("technical")],
        Channels =
        [
            new ChannelPolicy
            {
                Name = "call", Exclusive = true, OfferSeconds = 20, MissedLimit = 1, GraceSeconds = 15,
                Cost = 100, Max = 1, TargetSeconds = 20, WrapUp = new(WrapUpKind.Timed, 30), HandleSeconds = 300,
            },
            new ChannelPolicy
            {
                Name = "chat", OfferSeconds = 30, MissedLimit = 2, GraceSeconds = 60,
                Cost = 30, Max = 3, TargetSeconds = 60, WrapUp = new(WrapUpKind.Timed, 15), HandleSeconds = 900,
            },
            new ChannelPolicy
            {
                Name = "email", Interruptible = true, AcceptMode = AcceptMode.Auto, OfferSeconds = 120, GraceSeconds = 28_800,
                Cost = 10, Max = 5, TargetSeconds = 14_400, Deferred = true, WrapUp = WrapUpRule.None, HandleSeconds = 900,
            },
        ],
    };

    /// <summary>Counts up by one with every change.</summary>
    public long Version { get; init; }

    /// <summary>Skills that tickets may ask for and profiles may have.</summary>
    public IReadOnlyList<CodeLabel> Skills { get; init; } = [];

    /// <summary>Reasons an agent may be away for; <see cref="NoAnswer"/> is the system's own beside these.</summary>
    public IReadOnlyList<CodeLabel> AwayReasons { get; init; } = [];

    /// <summary>Names that tickets may give as their segment.</summary>
    public IReadOnlyList<string> Segments { get; init; } = [];

    /// <summary>Total capacity units of agents whose profile names none, 1 to 10,000.</summary>
    public int DefaultCapacity { get; init; } = 100;

    /// <summary>Open live offers that one agent may have, 1 to 10.</summary>
    public int LiveOffersPerAgent { get; init; } = 1;

    /// <summary>Open offers of all channels that one agent may have, 1 to 100; 0 is no further limit.</summary>
    public int OffersPerAgent { get; init; }

    /// <summary>How long a customer's last agent and language are remembered, seconds, at most 366 days; 0 remembers nobody.</summary>
    public int CustomerMemorySeconds { get; init; }

    /// <summary>Most tickets that may wait for one agent alone, 1 to 100.</summary>
    public int MostForOne { get; init; } = 5;

    /// <summary>How long at the least a ticket waits for one agent whom nothing else gives a time, seconds, 1 to 86,400.</summary>
    public int LeastForOneSeconds { get; init; } = 60;

    /// <summary>A customer who was cut off and is back within this time gets his agent and his place, seconds, at most an hour; 0 is never.</summary>
    public int BackWithinSeconds { get; init; } = 180;

    /// <summary>How agents are spared, or null.</summary>
    public AgentCare? AgentCare { get; init; }

    /// <summary>The queue where tickets go that no registered agent could ever serve; they stay where they are when empty.</summary>
    public string UnroutableQueue { get; init; } = "";

    /// <summary>What supervisors are shown of single agents; <see cref="AgentFigures.Unspecified"/> is <see cref="AgentFigures.Team"/>.</summary>
    public AgentFigures AgentFigures { get; init; }

    /// <summary>The channels, at most <see cref="MostChannels"/>.</summary>
    public IReadOnlyList<ChannelPolicy> Channels { get; init; } = [];

    /// <summary>The queues, in ordinal order of their names.</summary>
    public IReadOnlyList<QueuePolicy> Queues { get; init; } = [];

    /// <summary>Where tickets go that name no queue: the first rule that matches counts.</summary>
    public IReadOnlyList<ClassificationRule> Rules { get; init; } = [];

    /// <summary>Where those go that no rule matches; empty only when there are no rules.</summary>
    public string DefaultQueue { get; init; } = "";
}
