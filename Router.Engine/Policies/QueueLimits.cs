namespace Router.Engine.Policies;

/// <summary>When a queue is full for one of its channels: as soon as one of the limits is reached.</summary>
/// <param name="Waiting">Waiting tickets, those on offer included, 1 to 1,000,000; 0 is no limit.</param>
/// <param name="OldestSeconds">How long the longest of them has waited, seconds, 1 to 30 days; 0 is no limit.</param>
/// <param name="EstimatedSeconds">The wait estimated for one more, seconds, 1 to 30 days; 0 is no limit. Not reached while none waits.</param>
/// <param name="Overflow">What becomes of tickets that come then: all but waiting for an opening.</param>
public sealed record QueueLimits(int Waiting, int OldestSeconds, int EstimatedSeconds, OverflowRule Overflow);
