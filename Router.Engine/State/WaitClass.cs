using Router.Engine.Collections;
using Router.Engine.Records;

namespace Router.Engine.State;

/// <summary>
/// Waiting tickets of one queue, channel, first language and head start: what position and waiting time are told by,
/// and what the live rows add up. Offered tickets stay in: their customers still wait.
/// </summary>
internal sealed class WaitClass(WaitClassKey key, ChannelSlot channel, Lane pool)
{
    public const int Buckets = 7;

    /// <summary>The head start of the class that the ninth and later ones of a queue share.</summary>
    public const long SharedHeadStart = -1;

    public string Queue { get; } = key.Queue;

    public ChannelSlot Channel { get; } = channel;

    public string Language { get; } = key.Language;

    public long HeadStartMs { get; } = key.HeadStartMs;

    /// <summary>A lane without tickets: who serves this queue in this language, whatever the skills.</summary>
    public Lane Pool { get; } = pool;

    /// <summary>All classes of the same queue and channel, this one among them.</summary>
    public required List<WaitClass> Siblings { get; init; }

    public OrderedList<TicketKey, Ticket> Waiting { get; } = new();

    /// <summary>Capacity units for the channel of those in the pool who are available or at work.</summary>
    public int Units { get; set; }

    public double Exits { get; set; }

    /// <summary>Capacity units times minutes.</summary>
    public double Exposure { get; set; }

    public long ExitsSeen { get; set; }

    public long CountedUntil { get; set; }

    public double[] PromiseLog { get; set; } = new double[Buckets];

    public double[] EstimateLog { get; set; } = new double[Buckets];

    public int Offered { get; set; }

    public int Assigned { get; set; }

    public int WrappingUp { get; set; }

    public bool IsSaved { get; set; } = true;

    public WaitClassRecord ToRecord() => new()
    {
        Queue = Queue,
        Channel = Channel.Name,
        Language = Language,
        HeadStartMs = HeadStartMs,
        Exits = Exits,
        Exposure = Exposure,
        ExitsSeen = ExitsSeen,
        CountedUntil = CountedUntil,
        PromiseLog = [.. PromiseLog],
        EstimateLog = [.. EstimateLog],
    };
}
