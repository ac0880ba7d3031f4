using Router.Engine.Deadlines;
using Router.Engine.Events;
using Router.Engine.Matching;
using Router.Engine.State;
using Router.Engine.Tickets;

namespace Router.Engine.Transitions;

/// <summary>Work conservation: whatever becomes free is matched at once, a ticket with an agent or an agent with tickets.</summary>
internal static class Dispatch
{
    /// <summary>A ticket enters its queue: to the agent who should have it, if there is one, else into its lane.</summary>
    /// <param name="state">The workspace.</param>
    /// <param name="ticket">The ticket, in no lane.</param>
    /// <param name="cause">How it comes into the queue.</param>
    public static void Enter(WorkspaceState state, Ticket ticket, EntryCause cause)
    {
        Queueing.Begin(state, ticket, cause);
        Queueing.BeQueued(state, ticket);
        if (AgentSearch.For(state, ticket) is { } agent)
        {
            Give(state, ticket, agent);
            Holds.OfferHold(state, agent);
        }
        else
        {
            Queueing.AddToLane(state, ticket);
            Holds.FindFor(state, ticket);
        }

        TicketDeadline.Update(state, ticket);
    }

    /// <summary>Gives a ticket that stands in its lane to the agent who should have it, if there is one.</summary>
    /// <param name="state">The workspace.</param>
    /// <param name="ticket">The ticket.</param>
    /// <param name="released">Takes who is no longer held by that, and is fed by the caller; null feeds him at once.</param>
    public static void Place(WorkspaceState state, Ticket ticket, List<Agent>? released = null)
    {
        if (AgentSearch.For(state, ticket) is { } agent)
        {
            Give(state, ticket, agent, released);
            Holds.OfferHold(state, agent);
        }
        else
        {
            Holds.FindFor(state, ticket);
        }

        TicketDeadline.Update(state, ticket);
    }

    /// <summary>
    /// Gives a ticket to the agent who should have it, after those that come before it and that his new profile lets him have
    /// from the same moment on.
    /// </summary>
    public static void PlaceInTurn(WorkspaceState state, Ticket ticket, List<Agent>? released = null)
    {
        while (AgentSearch.For(state, ticket) is { } agent && TicketSearch.For(state, agent) is { } first && first != ticket)
        {
            PlaceInTurn(state, first, released);
        }

        Place(state, ticket, released);
    }

    /// <summary>Gives tickets that came back to their lanes together to whom should have them, the earliest due first.</summary>
    public static void PlaceAll(WorkspaceState state, IEnumerable<Ticket> tickets)
    {
        var released = new List<Agent>();
        foreach (var ticket in tickets.OrderBy(t => t.Key).ToList())
        {
            if (ticket.State == TicketState.Queued)
            {
                PlaceInTurn(state, ticket, released);
            }
        }

        // Who is held no longer takes what is left: others may come before him for the tickets placed here.
        FeedTogether(state, [.. released.Distinct()]);
    }

    /// <summary>Gives all agents what they may have now, one ticket at a turn, in the order in which agents are given work.</summary>
    public static void FeedAll(WorkspaceState state)
    {
        state.OrderIdle();
        var turns = new PriorityQueue<Agent, IdleKey>();
        var released = new List<Agent>();
        foreach (var agent in state.Agents.Values.Where(a => a.IsListed))
        {
            turns.Enqueue(agent, agent.IdleKey);
        }

        while (turns.TryDequeue(out var agent, out var key))
        {
            if (agent.IsListed && agent.IdleKey != key)
            {
                turns.Enqueue(agent, agent.IdleKey);
            }
            else if (TicketSearch.For(state, agent) is { } ticket)
            {
                PlaceBySelection(state, ticket, agent, released);
                turns.Enqueue(agent, agent.IdleKey);
                turns.EnqueueRange(released.Select(r => (r, r.IdleKey)));
                released.Clear();
            }
        }

        foreach (var agent in state.Agents.Values.OrderBy(a => a.IdleKey))
        {
            Holds.OfferHold(state, agent);
        }
    }

    /// <summary>Gives agents who became free at the same moment what they may have now.</summary>
    public static void FeedTogether(WorkspaceState state, IReadOnlyList<Agent> free)
    {
        if (free is [var only])
        {
            Feed(state, only);
        }
        else if (free.Count > 0)
        {
            FeedAll(state);
        }
    }

    /// <summary>Gives agents who are no longer kept free what they may have now.</summary>
    public static void FeedReserves(WorkspaceState state)
    {
        while (state.ReserveHasRisen)
        {
            state.ReserveHasRisen = false;
            FeedAll(state);
        }
    }

    /// <summary>Gives an agent all that he may have now.</summary>
    public static void Feed(WorkspaceState state, Agent agent)
    {
        while (TicketSearch.For(state, agent) is { } ticket)
        {
            // He who is free now may have freed one who was kept free, and who comes before him.
            if (state.Reserves.Count > 0)
            {
                PlaceInTurn(state, ticket);
            }
            else
            {
                Give(state, ticket, agent);
            }
        }

        Holds.OfferHold(state, agent);
    }

    /// <summary>The agents come in the order of the usual strategy; a queue with another one chooses among all of them.</summary>
    private static void PlaceBySelection(WorkspaceState state, Ticket ticket, Agent agent, List<Agent> released)
    {
        if (Selections.Of(ticket) == LongestIdle.Instance)
        {
            Give(state, ticket, agent, released);
        }
        else
        {
            PlaceInTurn(state, ticket, released);
        }
    }

    private static void Give(WorkspaceState state, Ticket ticket, Agent agent, List<Agent>? released = null)
    {
        var free = Queueing.Leave(state, ticket);
        Selections.Of(ticket).Given(state, ticket, agent);
        Credits.Close(state, agent);
        if (agent.AcceptsAtOnce(ticket.Channel))
        {
            Assigning.Assign(state, ticket, agent, offerNo: 0);
        }
        else
        {
            Offering.Make(state, ticket, agent);
            if (ticket.Broadcast is not null)
            {
                Broadcasting.Widen(state, ticket, released);
            }
        }

        if (free is null || free == agent)
        {
            return;
        }

        if (released is null)
        {
            Feed(state, free);
        }
        else
        {
            released.Add(free);
        }
    }
}
