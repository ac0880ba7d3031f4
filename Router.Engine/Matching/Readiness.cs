using Router.Engine.Agents;
using Router.Engine.Deadlines;
using Router.Engine.Estimates;
using Router.Engine.State;
using Router.Engine.Tickets;

namespace Router.Engine.Matching;

/// <summary>
/// What an agent could be given next, worked out anew from his session, profile and tickets whenever one of these changes:
/// cheap, as he has few tickets, and it cannot drift.
/// </summary>
internal static class Readiness
{
    private const int PartsPerMillion = 1_000_000;

    public static void Refresh(WorkspaceState state, Agent agent)
    {
        agent.Load = LoadOf(agent);
        if (state.Policy.AgentCare is not null || agent.Busy is not null)
        {
            NoteWork(state, agent);
        }

        var takesWork = agent.TakesWork;
        var isReady = false;
        var isReadyForMore = false;
        foreach (var channel in state.Channels)
        {
            var ready = takesWork && agent.WantsChannel(channel) && HasRoom(state, agent, channel);
            isReadyForMore |= channel.Ready.Set(agent.Slot, ready) && ready;
            isReady |= ready;
        }

        state.Holdable.Set(
            agent.Slot, takesWork && agent.Presence == Presence.Available && agent.Load is { Exclusive: false, LiveTickets: > 0 } && agent.HeldFor is null);
        List(state, agent, isReady, isReadyForMore);
        if (state.Reserves.Count > 0)
        {
            Reserves.Refresh(state, agent);
        }

        state.Alarms.Touch(agent.Profile);
        WaitTimes.Count(state, agent, Counts(agent));
        AgentDeadline.Update(state, agent);
    }

    /// <summary>He begins or ends to be at live work, where the policy asks how much he is.</summary>
    private static void NoteWork(WorkspaceState state, Agent agent)
    {
        if (state.Policy.AgentCare is not { MaxOccupancyPercent: > 0 })
        {
            if (agent.Busy is not null)
            {
                agent.Busy = null;
                state.MarkChanged(agent);
            }

            return;
        }

        var isBusy = agent.IsAtLiveWork;
        if (isBusy != agent.Busy is { Since: > 0 })
        {
            var hour = (agent.Busy ?? new BusyHour()).At(state.Now, isBusy);
            agent.Busy = hour is { Since: 0, Done.Length: 0 } ? null : hour;
            state.MarkChanged(agent);
        }
    }

    /// <summary>An agent who was just loaded counts as before he was saved, so that no exposure is added for it.</summary>
    public static void RestoreCount(WorkspaceState state, Agent agent)
    {
        agent.Load = LoadOf(agent);
        if (!Counts(agent))
        {
            return;
        }

        agent.IsCounted = true;
        state.Counted.Set(agent.Slot, true);
        foreach (var waitClass in state.WaitClassList.Where(c => c.Pool.Eligible.Has(agent.Slot)))
        {
            waitClass.Units += WaitTimes.UnitsOf(agent, waitClass);
        }
    }

    /// <summary>Whether one more ticket of the channel fits, now that nothing of an exclusive kind stands against it.</summary>
    public static bool HasRoom(WorkspaceState state, Agent agent, ChannelSlot channel)
    {
        var load = agent.Load;
        return (state.Policy.OffersPerAgent == 0 || load.Offers < state.Policy.OffersPerAgent)
            && (!channel.IsLive || load.LiveOffers < state.Policy.LiveOffersPerAgent)
            && Fits(state, agent, load, channel);
    }

    /// <summary>Whether one more ticket of the channel fits beside a load, however many offers are open.</summary>
    public static bool Fits(WorkspaceState state, Agent agent, in AgentLoad load, ChannelSlot channel)
    {
        var capacity = agent.Capacities[channel.Index];
        if (load.Of(channel.Index) >= capacity.Max)
        {
            return false;
        }

        return channel.IsLive
            ? !load.Exclusive && (!channel.Policy.Exclusive || load.LiveTickets == 0) && load.LiveUnits + capacity.Cost <= TotalOf(state, agent)
            : load.LiveTickets == 0 && load.InterruptibleUnits + capacity.Cost <= TotalOf(state, agent);
    }

    /// <summary>Whether an agent who accepts one of several offers of a ticket has room for it beside what he has and is offered alone.</summary>
    public static bool FitsBroadcast(WorkspaceState state, Agent agent, ChannelSlot channel)
    {
        var load = LoadOf(agent, agent.Tickets.Where(t => t.Broadcast is null));
        if (!channel.IsLive)
        {
            // What was offered before live work came may be accepted beside it.
            load.LiveTickets = 0;
        }

        return Fits(state, agent, load, channel);
    }

    /// <summary>Whether the agent could take a ticket of an exclusive channel if he had no other live work.</summary>
    public static bool CouldTakeWhenEmpty(WorkspaceState state, Agent agent, ChannelSlot channel) =>
        agent.TakesChannel(channel) && agent.CanEverTake(channel, state.Policy);

    public static int TotalOf(WorkspaceState state, Agent agent) => agent.TotalCapacity(state.Policy);

    private static bool Counts(Agent agent) =>
        agent.HasLiveSession && (agent.TakesNow || agent.Load.Assigned > 0);

    /// <summary>What some of his tickets, or others that he might have, come to with those of others that he is asked for or has joined.</summary>
    public static AgentLoad LoadOf(Agent agent, IEnumerable<Ticket> tickets)
    {
        var load = default(AgentLoad);
        foreach (var ticket in tickets)
        {
            load.Add(ticket.Channel, agent.Capacities[ticket.Channel.Index].Cost, ticket.State, ticket.Broadcast is not null);
        }

        AddPeers(agent, ref load);
        return load;
    }

    private static AgentLoad LoadOf(Agent agent)
    {
        var load = default(AgentLoad);
        foreach (var ticket in agent.Tickets)
        {
            load.Add(ticket.Channel, agent.Capacities[ticket.Channel.Index].Cost, ticket.State, ticket.Broadcast is not null);
        }

        AddPeers(agent, ref load);
        return load;
    }

    private static void AddPeers(Agent agent, ref AgentLoad load)
    {
        foreach (var ticket in agent.PeerOffers)
        {
            load.Add(ticket.Channel, agent.Capacities[ticket.Channel.Index].Cost, TicketState.Offered, isBroadcast: false);
        }

        foreach (var ticket in agent.Joined)
        {
            load.Add(ticket.Channel, agent.Capacities[ticket.Channel.Index].Cost, TicketState.Assigned, isBroadcast: false);
        }
    }

    private static void List(WorkspaceState state, Agent agent, bool isReady, bool isReadyForMore)
    {
        var tickets = agent.Tickets.Length + agent.PeerOffers.Length + agent.Joined.Length;
        var used = agent.Load.LiveUnits + agent.Load.InterruptibleUnits;
        var key = new IdleKey(
            (int)((long)used * PartsPerMillion / TotalOf(state, agent)), agent.IdleSince, agent.RarestLanguage, agent.Id, agent.Slot);
        if (agent.IsListed == isReady && agent.IdleKey == key && agent.TicketsListed == tickets)
        {
            if (isReadyForMore)
            {
                state.Selecting.ForgetMarks();
            }

            return;
        }

        if (agent.IsListed)
        {
            state.Selecting.Remove(agent);
        }

        agent.IdleKey = key;
        agent.TicketsListed = tickets;
        agent.IsListed = isReady;
        state.AgentRanks[agent.Slot] = AgentRank.Of(agent);
        if (isReady)
        {
            state.Selecting.Add(agent);
        }
    }
}
