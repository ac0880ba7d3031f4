using Router.Engine.Estimates;
using Router.Engine.Policies;
using Router.Engine.State;
using Router.Engine.Tickets;

namespace Router.Engine.Transitions;

/// <summary>Whether a queue is full for a channel.</summary>
internal static class Limits
{
    /// <summary>The limits of the ticket's queue and channel if one of them is reached, else null.</summary>
    public static QueueLimits? Reached(WorkspaceState state, TicketContent content, ChannelSlot channel)
    {
        var queue = state.Queues[content.Queue];
        if (queue.Channel(content.Channel)?.Limits is not { } limits)
        {
            return null;
        }

        var own = WaitClassMap.Find(state, channel, content, queue);
        var siblings = (own ?? state.WaitsByQueue.GetValueOrDefault(content.Queue)?.Classes.Find(c => c.Channel == channel))?.Siblings ?? [];
        var waiting = 0;
        var oldest = long.MaxValue;
        foreach (var waitClass in siblings)
        {
            waiting += waitClass.Waiting.Count;
            oldest = Math.Min(oldest, waitClass.OldestEnteredAt);
        }

        return waiting > 0
            && ((limits.Waiting > 0 && waiting >= limits.Waiting)
                || (limits.OldestSeconds > 0 && state.Now - oldest >= limits.OldestSeconds * 1_000L)
                || (limits.EstimatedSeconds > 0 && own is not null && EstimatedSeconds(state, own) >= limits.EstimatedSeconds))
            ? limits
            : null;
    }

    /// <summary>For one more after all of its class that wait; 0 when it cannot be told.</summary>
    private static int EstimatedSeconds(WorkspaceState state, WaitClass waitClass) =>
        WaitTimes.Tell(state, waitClass, waitClass.Waiting.Count, 0).MedianSeconds;
}
