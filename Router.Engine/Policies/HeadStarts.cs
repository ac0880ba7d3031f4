using Router.Engine.Tickets;

namespace Router.Engine.Policies;

/// <summary>How much earlier than others a ticket is due.</summary>
internal static class HeadStarts
{
    /// <summary>What the queue gives for the priority and for the segment together, ms.</summary>
    public static long Of(TicketContent content, QueuePolicy queue) =>
        (queue.PriorityHeadStart.GetValueOrDefault(content.Priority) + queue.SegmentHeadStart.GetValueOrDefault(content.Segment)) * 1_000L;
}
