using Router.Engine.Collections;
using Router.Engine.State;
using Router.Engine.Tickets;

namespace Router.Engine.Queries;

/// <summary>
/// Which queued tickets go before one: those due earlier that share an agent with it, and before interruptible work all such live
/// ones. Looks at lanes, not at tickets.
/// </summary>
internal static class AheadQuery
{
    /// <summary>Most tickets that are named.</summary>
    public const int MostNamed = 10;

    public static (IReadOnlyList<TicketAhead> First, int Count) Of(WorkspaceState state, Ticket ticket)
    {
        if (ticket.State != TicketState.Queued)
        {
            return ([], 0);
        }

        var isLive = ticket.Channel.IsLive;
        var (live, liveCount) = Among(state, ticket, state.LiveLanes, isLive ? ticket.Key : null);
        var (others, otherCount) = isLive ? ([], 0) : Among(state, ticket, state.InterruptibleLanes, ticket.Key);
        return ([.. live.Concat(others).Take(MostNamed).Select(Named)], liveCount + otherCount);
    }

    /// <summary>Whether a ticket that this agent may serve goes before the other one.</summary>
    public static bool IsAnyFor(WorkspaceState state, Agent agent, Ticket ticket)
    {
        foreach (var slot in SlotSet.And(agent.Lanes, ticket.Channel.IsLive ? state.LiveLanes : state.InterruptibleLanes))
        {
            if (state.LaneSlots[slot]!.Tickets.FirstKey.CompareTo(ticket.Key) < 0)
            {
                return true;
            }
        }

        return !ticket.Channel.IsLive && SlotSet.Overlap(agent.Lanes, state.LiveLanes);
    }

    private static (List<Ticket> First, int Count) Among(WorkspaceState state, Ticket ticket, SlotSet lanes, TicketKey? before)
    {
        var first = new FirstTickets(MostNamed);
        var count = 0;
        foreach (var slot in SlotSet.And(lanes, lanes))
        {
            var lane = state.LaneSlots[slot]!;
            if (!SlotSet.Overlap(lane.Eligible, ticket.Lane.Eligible))
            {
                continue;
            }

            var ahead = before is { } key ? lane.Tickets.Rank(key) : lane.Tickets.Count;
            count += ahead;
            foreach (var other in lane.Tickets)
            {
                if (--ahead < 0 || !first.Offer(other, other.Key))
                {
                    break;
                }
            }
        }

        return (first.InOrder(), count);
    }

    private static TicketAhead Named(Ticket ticket) => new(ticket.Id, ticket.DueAt, ticket.Content.Queue, ticket.Channel.Name);
}
