using Router.Engine.Collections;
using Router.Engine.Deadlines;
using Router.Engine.Events;
using Router.Engine.Policies;
using Router.Engine.State;

namespace Router.Engine.Matching;

/// <summary>
/// Exclusive work does not starve: for each exclusive ticket that waits, one agent at concurrent work takes nothing new that is due
/// later, until he is empty or twice the ticket's target has passed.
/// </summary>
internal static class Holds
{
    private const int TargetsHeld = 2;

    /// <summary>Holds the least loaded agent who could serve the waiting ticket, if it needs one.</summary>
    public static void FindFor(WorkspaceState state, Ticket ticket)
    {
        if (!NeedsHold(ticket) || state.Holdable.Count == 0)
        {
            return;
        }

        state.OrderIdle();
        Agent? least = null;
        foreach (var slot in SlotSet.And(state.Holdable, ticket.Lane.Eligible))
        {
            var agent = state.AgentSlots[slot]!;
            if ((least is null || agent.IdleKey.CompareTo(least.IdleKey) < 0) && Suits(state, agent, ticket))
            {
                least = agent;
            }
        }

        if (least is not null)
        {
            Hold(state, ticket, least);
        }
    }

    /// <summary>Holds an agent who took up concurrent work for the earliest exclusive ticket that needs one.</summary>
    public static void OfferHold(WorkspaceState state, Agent agent)
    {
        if (!state.Holdable.Has(agent.Slot))
        {
            return;
        }

        Ticket? first = null;
        foreach (var slot in SlotSet.And(agent.Lanes, state.LiveLanes))
        {
            var lane = state.LaneSlots[slot]!;
            if (!lane.Channel.Policy.Exclusive)
            {
                continue;
            }

            foreach (var ticket in lane.Tickets)
            {
                if (first is not null && first.Key.CompareTo(ticket.Key) < 0)
                {
                    break;
                }

                if (NeedsHold(ticket) && Suits(state, agent, ticket))
                {
                    first = ticket;
                    break;
                }
            }
        }

        if (first is not null)
        {
            Hold(state, first, agent);
        }
    }

    /// <summary>Ends the ticket's hold, if it has one. The caller gives the agent what he may take now.</summary>
    /// <returns>The agent who is free of it, or null.</returns>
    public static Agent? Release(WorkspaceState state, Ticket ticket)
    {
        if (ticket.HeldAgent is not { } agent)
        {
            return null;
        }

        ticket.HeldAgent = null;
        ticket.HoldEndsAt = 0;
        TicketDeadline.Update(state, ticket);
        agent.HeldFor = null;
        state.Emit(ticket, new AgentReleased(ticket.Id, agent.Id), agent.Id);
        Readiness.Refresh(state, agent);
        return agent;
    }

    private static bool NeedsHold(Ticket ticket) =>
        ticket.Channel.Policy.Exclusive && ticket.HeldAgent is null && !ticket.HoldSpent;

    private static bool Suits(WorkspaceState state, Agent agent, Ticket ticket) =>
        Readiness.CouldTakeWhenEmpty(state, agent, ticket.Channel) && !ticket.IsCoolingFor(agent);

    private static void Hold(WorkspaceState state, Ticket ticket, Agent agent)
    {
        ticket.HeldAgent = agent;
        ticket.HoldEndsAt = state.Now + (TargetsHeld * DueTimes.TargetMs(state.Queues[ticket.Content.Queue], ticket.Channel.Policy));
        TicketDeadline.Update(state, ticket);
        agent.HeldFor = ticket;
        state.Holdable.Set(agent.Slot, false);
        state.Emit(ticket, new AgentHeld(ticket.Id, agent.Id, ticket.HoldEndsAt), agent.Id);
    }
}
