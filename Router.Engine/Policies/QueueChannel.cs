namespace Router.Engine.Policies;

/// <summary>How one queue treats one channel; null takes the channel's default.</summary>
/// <param name="Channel">A channel of the workspace.</param>
/// <param name="TargetSeconds">Seconds until a ticket is due, 0 to 366 days.</param>
/// <param name="WrapUp">What follows an interaction.</param>
/// <param name="OfferSeconds">Seconds (of real time) that an offer stands, 1 to 3,600.</param>
/// <param name="ServiceLevelSeconds">Answered within this many seconds is within service level; the target when null.</param>
/// <param name="Limits">When the queue is full for the channel; null is never.</param>
/// <param name="Reserve">Idle agents kept free for this queue and channel, 0 to 1,000.</param>
/// <param name="ServiceLevelPercent">How many of a hundred tickets should be within service level, 1 to 100; 0 is <see cref="DefaultServiceLevelPercent"/>.</param>
/// <param name="Alarms">What raises alarms, of this channel alone; null is nothing.</param>
public sealed record QueueChannel(
    string Channel,
    int? TargetSeconds = null,
    WrapUpRule? WrapUp = null,
    int? OfferSeconds = null,
    int? ServiceLevelSeconds = null,
    QueueLimits? Limits = null,
    int Reserve = 0,
    int ServiceLevelPercent = 0,
    QueueAlarms? Alarms = null)
{
    /// <summary>How many of a hundred tickets should be within service level where a queue says nothing else.</summary>
    public const int DefaultServiceLevelPercent = 80;
}
