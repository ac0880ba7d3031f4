using Router.Engine.Events;
using Router.Engine.Lanes;
using Router.Engine.Policies;
using Router.Engine.State;

namespace Router.Engine.Transitions;

/// <summary>A ticket waits in the personal list of one agent, for a while, and then as its queue says.</summary>
internal static class PersonalWaits
{
    /// <summary>How long a ticket waits for one agent where nothing else is said: as long as the target, and at the least what the policy says.</summary>
    public static long PatienceMs(WorkspaceState state, Ticket ticket) =>
        Math.Max(state.Policy.LeastForOneSeconds * 1_000L, DueTimes.TargetMs(state.Queues[ticket.Content.Queue], ticket.Channel.Policy));

    /// <summary>No more tickets may wait for the agent.</summary>
    public static bool IsFull(WorkspaceState state, Agent agent) => Waiting(state, agent) >= state.Policy.MostForOne;

    /// <summary>How many tickets wait for the agent alone, or are offered to him so.</summary>
    public static int Waiting(WorkspaceState state, Agent agent)
    {
        var waiting = 0;
        foreach (var channel in state.Channels)
        {
            waiting += state.PersonalLanes.GetValueOrDefault((agent.Id, channel.Index))?.Users ?? 0;
        }

        return waiting;
    }

    /// <summary>Live work waits for him only while he is signed in.</summary>
    public static bool IsThere(Agent agent, ChannelSlot channel) =>
        !channel.IsLive || (agent.IsSignedIn && agent.TakesChannel(channel));

    /// <summary>A ticket that enters its queue begins to wait for the agent whom it wants, if he is there for it.</summary>
    public static void Begin(WorkspaceState state, Ticket ticket, WantedAgent wanted)
    {
        ticket.Wanted = null;
        if (!state.Agents.TryGetValue(wanted.AgentId, out var agent)
            || !agent.CanEverTake(ticket.Channel, state.Policy)
            || !IsThere(agent, ticket.Channel)
            || IsFull(state, agent))
        {
            state.MarkChanged(ticket);
            return;
        }

        var until = wanted.Until > 0 ? wanted.Until : state.Now + PatienceMs(state, ticket);
        var lane = LaneMap.PersonalFor(state, ticket.Channel, agent);
        lane.Users++;
        ticket.Wanted = wanted with { Until = until, Lane = lane };
        state.Emit(ticket, new AgentWanted(ticket.Id, agent.Id, wanted.Cause, until), agent.Id, $"{wanted.Cause}");
    }

    /// <summary>The ticket, which is in no lane, waits for him no longer.</summary>
    public static void End(WorkspaceState state, Ticket ticket)
    {
        if (ticket.Wanted is { Lane: not null } wanted)
        {
            Forget(state, ticket);
            state.Emit(ticket, new AgentNotAwaited(ticket.Id, wanted.AgentId), wanted.AgentId);
        }
    }

    /// <summary>Nobody is wanted any more, since the ticket is in somebody's hands or over.</summary>
    public static void Forget(WorkspaceState state, Ticket ticket)
    {
        if (ticket.Wanted?.Lane is { } lane)
        {
            LaneMap.LeavePersonal(state, lane);
        }

        ticket.Wanted = null;
    }

    /// <summary>Live work waits for the agent no longer, as his session ends.</summary>
    /// <returns>The tickets that now wait in their lanes: the caller gives them to others, together with what else became free.</returns>
    public static List<Ticket> EndLive(WorkspaceState state, Agent agent) => FallBack(state, agent, l => l.Channel.IsLive);

    /// <summary>What waits for the agent waits for him no longer.</summary>
    /// <param name="state">The workspace.</param>
    /// <param name="agent">The agent.</param>
    /// <param name="which">In which of his personal lists.</param>
    /// <returns>The tickets that now wait in their lanes: the caller gives them to others.</returns>
    public static List<Ticket> FallBack(WorkspaceState state, Agent agent, Func<Lane, bool> which)
    {
        List<Ticket> back = [];
        foreach (var channel in state.Channels)
        {
            if (state.PersonalLanes.TryGetValue((agent.Id, channel.Index), out var lane) && which(lane))
            {
                foreach (var ticket in lane.Tickets)
                {
                    back.Add(ticket);
                }
            }
        }

        foreach (var ticket in back)
        {
            Queueing.Leave(state, ticket);
            End(state, ticket);
            Queueing.OpenPassedSteps(state, ticket);
            Queueing.PutInLane(state, ticket);
        }

        return back;
    }
}
