using Router.Engine.Events;
using Router.Engine.Matching;
using Router.Engine.Policies;
using Router.Engine.State;
using Router.Engine.Tickets;

namespace Router.Engine.Transitions;

/// <summary>Who knows the customer of a ticket that enters its queue: it waits for him first, if he is there and soon free.</summary>
internal static class KnownAgents
{
    /// <summary>Finds the agent for a ticket that wants nobody yet.</summary>
    /// <returns>When the ticket is due at the latest.</returns>
    public static long Find(WorkspaceState state, Ticket ticket, EntryCause cause)
    {
        var known = Customers.Of(state, ticket.Content);
        if (cause == EntryCause.Submitted
            && known is { CutOffAt: > 0 }
            && known.CutOffAt + (state.Policy.BackWithinSeconds * 1_000L) >= state.Now
            && state.Policy.BackWithinSeconds > 0
            && known.CutOffChannel == ticket.Channel.Name)
        {
            Customers.Back(state, known);
            Want(state, ticket, known.CutOffAgentId, WantedCause.CutOff, PersonalWaits.PatienceMs(state, ticket));
            return known.CutOffDueAt;
        }

        var lasts = QueueStep.KnownAgentMs(state.Classifier.StepsOf(state.Queues[ticket.Content.Queue], ticket.Content.Classified));
        if (lasts > 0 && !Want(state, ticket, ticket.Content.KnownAgentId, WantedCause.KnownAgent, lasts) && known is not null)
        {
            Want(state, ticket, known.AgentId, WantedCause.KnownAgent, lasts);
        }

        return long.MaxValue;
    }

    private static bool Want(WorkspaceState state, Ticket ticket, string agentId, WantedCause cause, long lasts)
    {
        if (!state.Agents.TryGetValue(agentId, out var agent)
            || !agent.TakesWork
            || !agent.WantsChannel(ticket.Channel)
            || !ticket.Plan.Widest.Eligible.Has(agent.Slot)
            || ticket.IsCoolingFor(agent)
            || PersonalWaits.IsFull(state, agent)
            || WaitMs(state, agent, ticket.Channel) > lasts)
        {
            return false;
        }

        ticket.Wanted = new WantedAgent(agentId, cause, state.Now + lasts);
        return true;
    }

    /// <summary>How long one more ticket would wait for the agent, as far as assumed handle times tell.</summary>
    private static long WaitMs(WorkspaceState state, Agent agent, ChannelSlot channel)
    {
        var ahead = PersonalWaits.Waiting(state, agent) * HandleMs(channel);
        if (Readiness.HasRoom(state, agent, channel))
        {
            return ahead;
        }

        // All of it must be done before what goes with no other work; of the rest one must.
        var isApart = channel.Policy.Exclusive || agent.Load.Exclusive || (!channel.IsLive && agent.Load.LiveTickets > 0);
        long? wait = null;
        var inHand = agent.Tickets.Concat(agent.Joined).Select(t => (t.Channel, LeftMs: LeftMs(state, t)));
        foreach (var (of, left) in inHand.Concat(agent.PeerOffers.Select(t => (t.Channel, LeftMs: HandleMs(t.Channel)))))
        {
            if (of.IsLive || (!channel.IsLive && !isApart))
            {
                wait = wait is not { } other ? left : isApart ? Math.Max(other, left) : Math.Min(other, left);
            }
        }

        return ahead + (wait ?? HandleMs(channel));
    }

    private static long LeftMs(WorkspaceState state, Ticket ticket) => ticket.State switch
    {
        TicketState.WrappingUp => ticket.WrapUpEndsAt - state.Now,
        TicketState.Assigned => Math.Max(0, ticket.AssignedAt + HandleMs(ticket.Channel) - state.Now),
        _ => HandleMs(ticket.Channel),
    };

    private static long HandleMs(ChannelSlot channel) => channel.Policy.HandleSeconds * 1_000L;
}
