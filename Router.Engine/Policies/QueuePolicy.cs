namespace Router.Engine.Policies;

/// <summary>The rules of one queue.</summary>
public sealed record QueuePolicy
{
    /// <summary>Seconds before an agent who declined or missed a ticket is offered it again, when a queue says nothing else.</summary>
    public const int DefaultCooldownSeconds = 60;

    /// <summary>1 to 64 characters of <c>[a-z0-9-_]</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The channels it takes, at least one.</summary>
    public IReadOnlyList<QueueChannel> Channels { get; init; } = [];

    /// <summary>Priority (0 to 9) to head start in seconds, 0 to 2,592,000.</summary>
    public IReadOnlyDictionary<int, int> PriorityHeadStart { get; init; } = new Dictionary<int, int>();

    /// <summary>Customer segment to head start in seconds, 0 to 2,592,000; added to the priority's.</summary>
    public IReadOnlyDictionary<string, int> SegmentHeadStart { get; init; } = new Dictionary<string, int>();

    /// <summary>Relaxations in order of their time.</summary>
    public IReadOnlyList<QueueStep> Steps { get; init; } = [];

    /// <summary>Codes an agent may complete with; any is taken when empty.</summary>
    public IReadOnlyList<string> Dispositions { get; init; } = [];

    /// <summary>Seconds before an agent who declined or missed a ticket is offered it again, 0 to 86,400.</summary>
    public int CooldownSeconds { get; init; } = DefaultCooldownSeconds;

    /// <summary>Name of the selection strategy; <c>longest-idle</c>.</summary>
    public string Selection { get; init; } = "longest-idle";

    /// <summary>How this queue treats a channel, or null when it does not take it.</summary>
    public QueueChannel? Channel(string name)
    {
        foreach (var channel in Channels)
        {
            if (channel.Channel == name)
            {
                return channel;
            }
        }

        return null;
    }
}
