using Router.Engine.Lanes;
using Router.Engine.Policies;
using Router.Engine.State;
using Router.Engine.Tickets;

namespace Router.Engine.Matching;

/// <summary>
/// Keeps idle agents free for the queues and channels that want some: while no more are free than are wanted, none of them is given other
/// live work. Interruptible work is, as it never stands against live work.
/// </summary>
internal static class Reserves
{
    /// <summary>The reserves of a policy that comes into force; who is free for them is found as agents are refreshed.</summary>
    public static void Use(WorkspaceState state, WorkspacePolicy policy)
    {
        foreach (var reserve in state.Reserves)
        {
            reserve.Pool.Users--;
        }

        state.Reserves.Clear();
        foreach (var queue in policy.Queues)
        {
            foreach (var own in queue.Channels)
            {
                if (own.Reserve > 0 && state.Channel(own.Channel) is { } channel)
                {
                    state.Reserves.Add(new(queue.Name, channel, LaneMap.LaneFor(state, channel, [new Requirement(queue.Name, [], [])]), own.Reserve));
                }
            }
        }
    }

    /// <summary>Notes for which reserves the agent is free now.</summary>
    public static void Refresh(WorkspaceState state, Agent agent)
    {
        foreach (var reserve in state.Reserves)
        {
            var wasShort = reserve.IsShort;
            var wasKept = wasShort && reserve.Free.Has(agent.Slot);
            reserve.Free.Set(
                agent.Slot, reserve.Channel.Ready.Has(agent.Slot) && agent.Load.LiveTickets == 0 && reserve.Pool.Eligible.Has(agent.Slot));
            state.ReserveHasRisen |= (wasShort && !reserve.IsShort) || (wasKept && !reserve.Free.Has(agent.Slot) && agent.IsListed);
        }
    }

    /// <summary>Whether the agent is kept free for others than this ticket. One that waits for him by name is his all the same.</summary>
    public static bool Keep(WorkspaceState state, Agent agent, Lane lane)
    {
        if (!lane.Channel.IsLive || lane.AgentId.Length > 0)
        {
            return false;
        }

        foreach (var reserve in state.Reserves)
        {
            if (reserve.IsShort && reserve.Free.Has(agent.Slot) && !(reserve.Channel == lane.Channel && reserve.Queue == lane.Requirements[0].Queue))
            {
                return true;
            }
        }

        return false;
    }
}
