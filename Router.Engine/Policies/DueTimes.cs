using Router.Engine.Tickets;

namespace Router.Engine.Policies;

/// <summary>What the due time of a ticket is made of.</summary>
internal static class DueTimes
{
    /// <summary>How long after it entered a ticket of the channel is due in the queue, ms.</summary>
    public static long TargetMs(QueuePolicy queue, ChannelPolicy channel) =>
        (queue.Channel(channel.Name)?.TargetSeconds ?? channel.TargetSeconds) * 1_000L;

    /// <summary>How much earlier it is due by its priority, its segment and what classification gave it together, ms.</summary>
    public static long HeadStartMs(TicketContent content, QueuePolicy queue) =>
        ((queue.PriorityHeadStart.GetValueOrDefault(content.Priority) + queue.SegmentHeadStart.GetValueOrDefault(content.Segment)) * 1_000L)
        + (content.Classified?.HeadStartMs ?? 0);
}
