using Router.Engine.Tickets;

namespace Router.Engine.Policies;

/// <summary>The rules of one queue.</summary>
public sealed record QueuePolicy
{
    /// <summary>Seconds before an agent who declined or missed a ticket is offered it again, when a queue says nothing else.</summary>
    public const int DefaultCooldownSeconds = 60;

    /// <summary>Seconds within which an abandonment is short, when a queue says nothing else.</summary>
    public const int DefaultShortAbandonSeconds = 5;

    /// <summary>Name of the strategy that gives work to the agent with the lowest load, then to the longest idle one.</summary>
    public const string LongestIdle = "longest-idle";

    /// <summary>Name of the strategy that gives work to the agent with the highest levels in what is asked for.</summary>
    public const string BestFit = "best-fit";

    /// <summary>Name of the strategy that gives work to each in turn, in the order of registration.</summary>
    public const string RoundRobin = "round-robin";

    /// <summary>Name of the strategy that gives work to the agent with the fewest tickets in hand.</summary>
    public const string LeastLoaded = "least-loaded";

    /// <summary>1 to 64 characters, unique in the workspace.</summary>
    public required string Name { get; init; }

    /// <summary>What screens show; the name when empty.</summary>
    public string Label { get; init; } = "";

    /// <summary>Skills that every ticket needs beside its own; the higher level counts.</summary>
    public IReadOnlyList<SkillNeed> Skills { get; init; } = [];

    /// <summary>For tickets that name no language; empty asks for none.</summary>
    public IReadOnlyList<LanguageNeed> Languages { get; init; } = [];

    /// <summary>Leaving the queue within so many seconds is a short abandonment, 0 to 60.</summary>
    public int ShortAbandonSeconds { get; init; } = DefaultShortAbandonSeconds;

    /// <summary>The channels it takes, at least one.</summary>
    public IReadOnlyList<QueueChannel> Channels { get; init; } = [];

    /// <summary>Priority (0 to 9) to head start in seconds, 0 to 2,592,000.</summary>
    public IReadOnlyDictionary<int, int> PriorityHeadStart { get; init; } = new Dictionary<int, int>();

    /// <summary>Customer segment to head start in seconds, 0 to 2,592,000; added to the priority's.</summary>
    public IReadOnlyDictionary<string, int> SegmentHeadStart { get; init; } = new Dictionary<string, int>();

    /// <summary>Relaxations in order of their time.</summary>
    public IReadOnlyList<QueueStep> Steps { get; init; } = [];

    /// <summary>Who decides on tickets declined 10 times or handed over 3 times: this alone is asked then; null asks nothing else.</summary>
    public QueueStep? Escalation { get; init; }

    /// <summary>What an agent may complete with; any is taken when empty.</summary>
    public IReadOnlyList<CodeLabel> Dispositions { get; init; } = [];

    /// <summary>Seconds before an agent who declined or missed a ticket is offered it again, 0 to 86,400.</summary>
    public int CooldownSeconds { get; init; } = DefaultCooldownSeconds;

    /// <summary>Seconds after its completion in which a ticket may be reopened, 0 (never) to 30 days.</summary>
    public int ReopenSeconds { get; init; }

    /// <summary>Seconds that a ticket waits at most where its submit does not say, 1 s to 366 days; 0 is without end.</summary>
    public int TimeToLiveSeconds { get; init; }

    /// <summary>When it is open; null is always.</summary>
    public OpeningHours? Hours { get; init; }

    /// <summary>What follows a completed ticket by itself, or null.</summary>
    public FollowUpRule? FollowUp { get; init; }

    /// <summary>What raises alarms, all its channels together; null is nothing.</summary>
    public QueueAlarms? Alarms { get; init; }

    /// <summary>
    /// Name of the selection strategy: <see cref="LongestIdle"/>, <see cref="BestFit"/>, <see cref="RoundRobin"/> or
    /// <see cref="LeastLoaded"/>.
    /// </summary>
    public string Selection { get; init; } = LongestIdle;

    /// <summary>To how many agents a ticket is offered at once, at most: 1 to 10.</summary>
    public int OfferWidth { get; init; } = 1;

    /// <summary>How this queue treats a channel, or null when it does not take it.</summary>
    public QueueChannel? Channel(string name)
    {
        // By index, which needs no enumerator: asked several times for every ticket.
        for (var i = 0; i < Channels.Count; i++)
        {
            if (Channels[i].Channel == name)
            {
                return Channels[i];
            }
        }

        return null;
    }
}
