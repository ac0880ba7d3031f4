using Router.Engine.Events;
using Router.Engine.Lanes;
using Router.Engine.State;

namespace Router.Engine.Transitions;

/// <summary>Whether any registered profile could ever serve a waiting ticket, judged when it queues and when profiles change.</summary>
internal static class Routability
{
    /// <summary>Flags one ticket anew. Of a queue that nobody serves there is one alarm, and none for each ticket.</summary>
    public static void Flag(WorkspaceState state, Ticket ticket)
    {
        if (!ticket.IsUnroutable && !ticket.Unroutable)
        {
            return;
        }

        var unroutable = ticket.IsUnroutable;
        if (unroutable && !HasAgents(state, ticket.Plan.Queue))
        {
            if (state.QueuesWithoutAgents.Add(ticket.Plan.Queue))
            {
                AlarmTurns.SetWithoutAgents(state, ticket.Plan.Queue, isSo: true);
                state.Emit(new QueueStaffingChanged(ticket.Plan.Queue, false));
            }
        }
        else if (unroutable != ticket.Unroutable)
        {
            ticket.Unroutable = unroutable;
            if (ticket.IsWaiting)
            {
                ticket.WaitClass.CountUnroutable(unroutable);
            }

            if (unroutable)
            {
                state.Unroutable.Add(ticket.Counter, ticket);
            }
            else
            {
                state.Unroutable.Remove(ticket.Counter);
            }

            state.Emit(ticket, new RoutabilityChanged(ticket.Id, unroutable), detail: unroutable ? "unroutable" : "routable");
        }

        if (unroutable && Fallback.Suits(state, ticket))
        {
            state.Reviews[ticket.Counter] = ticket;
        }
    }

    /// <summary>A ticket that is in no lane is no longer flagged once somebody may serve what it asks now.</summary>
    public static void Clear(WorkspaceState state, Ticket ticket)
    {
        if (!ticket.Plan.IsUnroutable)
        {
            Flag(state, ticket);
        }
    }

    /// <summary>After a profile changed: queues that have agents again, and tickets that are to be flagged in slices.</summary>
    public static void Review(WorkspaceState state)
    {
        foreach (var queue in state.QueuesWithoutAgents.Where(q => HasAgents(state, q)).ToList())
        {
            state.QueuesWithoutAgents.Remove(queue);
            AlarmTurns.SetWithoutAgents(state, queue, isSo: false);
            state.Emit(new QueueStaffingChanged(queue, true));
        }

        foreach (var ticket in state.Unroutable.Values.Where(t => !t.IsUnroutable))
        {
            state.Reviews[ticket.Counter] = ticket;
        }

        foreach (var lane in state.Lanes.Values.Where(l => l.Registered == 0 && l.Tickets.Count > 0).ToList())
        {
            foreach (var ticket in lane.Tickets)
            {
                if ((ticket.Plan.IsUnroutable && !ticket.Unroutable && !state.QueuesWithoutAgents.Contains(ticket.Plan.Queue))
                    || Fallback.Suits(state, ticket))
                {
                    state.Reviews[ticket.Counter] = ticket;
                }
            }
        }
    }

    private static bool HasAgents(WorkspaceState state, string queue) =>
        state.Agents.Values.Any(agent => Eligibility.ServesQueue(agent.Profile, queue));
}
