using Router.Engine.Agents;
using Router.Engine.Lanes;
using Router.Engine.State;

namespace Router.Engine.Transitions;

/// <summary>Registered agents: their slots, and what follows from their profiles.</summary>
internal static class Registry
{
    public static Agent Add(WorkspaceState state, AgentProfile profile, long number)
    {
        var slot = state.TakeAgentSlot();
        var agent = state.NewAgents.Take();
        agent.Become(slot, number, profile);
        state.AgentSlots[slot] = agent;
        state.Agents.Add(agent);
        state.AgentsByQueue.Set(slot, profile, present: true);
        SetCapacities(state, agent);
        return agent;
    }

    public static void ChangeProfile(WorkspaceState state, Agent agent, AgentProfile profile)
    {
        state.AgentsByQueue.Set(agent.Slot, agent.Profile, present: false);
        state.Alarms.Touch(agent.Profile);
        agent.Profile = profile;
        state.AgentsByQueue.Set(agent.Slot, profile, present: true);
    }

    public static void Remove(WorkspaceState state, Agent agent)
    {
        state.AgentsByQueue.Set(agent.Slot, agent.Profile, present: false);
        state.Alarms.Touch(agent.Profile);
        foreach (var lane in state.Lanes.Values)
        {
            lane.Eligible.Set(agent.Slot, false);
            lane.LeaveOut(agent.Slot, false);
            lane.Fits?.Remove(agent.Slot);
        }

        foreach (var channel in state.Channels)
        {
            channel.Ready.Set(agent.Slot, false);
        }

        state.Agents.Remove(agent);
        state.AgentSlots[agent.Slot] = null;
        agent.IsDeleted = true;
        state.FreeAgentSlots.Push(agent.Slot);
    }

    /// <summary>Works out capacities, lanes and wait classes from the profile and the channels. The agent must not count in classes meanwhile.</summary>
    public static void Judge(WorkspaceState state, Agent agent)
    {
        SetCapacities(state, agent);
        foreach (var lane in state.Lanes.Values)
        {
            LaneMap.Judge(state, lane, agent);
        }

        LaneMap.JudgePersonal(state, agent);
        agent.WaitClasses = state.WaitClassList.Count(c => c.Pool.Eligible.Has(agent.Slot));
    }

    /// <summary>Misses count no longer where their channel is no more.</summary>
    public static void ForgetRetired(WorkspaceState state, Agent agent)
    {
        foreach (var channel in state.Channels.Where(c => c.IsRetired))
        {
            ForgetMisses(state, agent, channel);
        }
    }

    /// <summary>He answered an offer of the channel, or the channel is no more: his misses in a row are over.</summary>
    public static void ForgetMisses(WorkspaceState state, Agent agent, ChannelSlot channel)
    {
        if (agent.MissedOf(channel) > 0)
        {
            agent.Miss(channel, 0);
            state.MarkChanged(agent);
        }
    }

    public static void CountLanguages(WorkspaceState state, Agent agent, int by)
    {
        foreach (var language in agent.Profile.Languages.Keys)
        {
            state.AgentsByLanguage[language] = state.AgentsByLanguage.GetValueOrDefault(language) + by;
        }

        state.IdleOrderIsStale = true;
    }

    /// <summary>Works out capacities alone, for channels that are new; the agent must not count in wait classes meanwhile.</summary>
    public static void SetCapacities(WorkspaceState state, Agent agent)
    {
        ChannelRoom[] capacities = [.. state.Channels.Select(c => CapacityFor(agent.Profile, c))];

        // Most agents have the same: what all of them look at is in the processor's memory already.
        agent.Capacities = state.LastCapacities = capacities.AsSpan().SequenceEqual(state.LastCapacities) ? state.LastCapacities : capacities;
    }

    private static ChannelRoom CapacityFor(AgentProfile profile, ChannelSlot channel)
    {
        var own = profile.Channels.FirstOrDefault(c => c.Channel == channel.Name);
        return new ChannelRoom(
            own is null or { Cost: ChannelCapacity.AsWorkspace } ? channel.Policy.Cost : own.Cost,
            own is null or { Max: ChannelCapacity.AsWorkspace } ? channel.IsRetired ? 0 : channel.Policy.Max : own.Max,
            own?.Accept ?? channel.Policy.AcceptMode);
    }
}
