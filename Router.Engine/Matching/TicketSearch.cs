using Router.Engine.Collections;
using Router.Engine.State;

namespace Router.Engine.Matching;

/// <summary>What an agent gets: the earliest due ticket among his lanes; interruptible work only when no live ticket is there for him.</summary>
internal static class TicketSearch
{
    public static Ticket? For(WorkspaceState state, Agent agent) =>
        !agent.IsListed ? null : In(state, agent, state.LiveLanes) ?? In(state, agent, state.InterruptibleLanes);

    // Lanes are compared by their first keys, and only the earliest one's ticket is fetched from memory: he may mostly have it.
    private static Ticket? In(WorkspaceState state, Agent agent, SlotSet lanes)
    {
        if (lanes.Count == 0)
        {
            return null;
        }

        Lane? earliest = null;
        foreach (var slot in SlotSet.And(agent.Lanes, lanes))
        {
            var lane = state.LaneSlots[slot]!;
            if (IsOpenTo(state, agent, lane) && (earliest is null || lane.Tickets.FirstKey.CompareTo(earliest.Tickets.FirstKey) < 0))
            {
                earliest = lane;
            }
        }

        return earliest is null ? null
            : FirstAllowed(state, agent, earliest) is { } ticket && ticket == earliest.Tickets.First ? ticket
            : InAny(state, agent, lanes);
    }

    private static Ticket? InAny(WorkspaceState state, Agent agent, SlotSet lanes)
    {
        Ticket? first = null;
        foreach (var slot in SlotSet.And(agent.Lanes, lanes))
        {
            var lane = state.LaneSlots[slot]!;
            if (IsOpenTo(state, agent, lane)
                && (first is null || lane.Tickets.FirstKey.CompareTo(first.Key) < 0)
                && FirstAllowed(state, agent, lane) is { } ticket
                && (first is null || ticket.Key.CompareTo(first.Key) < 0))
            {
                first = ticket;
            }
        }

        return first;
    }

    private static bool IsOpenTo(WorkspaceState state, Agent agent, Lane lane) =>
        lane.Channel.Ready.Has(agent.Slot) && !Exclusions.IsReservedAgainst(state, agent, lane);

    private static Ticket? FirstAllowed(WorkspaceState state, Agent agent, Lane lane)
    {
        foreach (var ticket in lane.Tickets)
        {
            if (Exclusions.IsHeldAgainst(agent, ticket))
            {
                return null;
            }

            if (!ticket.IsCoolingFor(agent) && ticket.ExpiresAt > state.Now)
            {
                return ticket;
            }
        }

        return null;
    }
}
