using Router.Engine.Classification;
using Router.Engine.Hours;
using Router.Engine.Matching;
using Router.Engine.Policies;
using Router.Engine.State;

namespace Router.Engine.Transitions;

/// <summary>Makes a policy quick to look things up in.</summary>
internal static class PolicyIndex
{
    public static void Use(WorkspaceState state, WorkspacePolicy policy)
    {
        state.Policy = policy;
        state.Classifier = new Classifier(policy);
        state.Skills.Clear();
        state.Skills.UnionWith(policy.Skills.Select(s => s.Code));
        state.Queues.Use(policy.Queues.Select(q => (q, Selections.Named(q.Selection)!)));
        state.WaitClassList.ForEach(c => c.Use(state.Queues));
        UseAdmission(state, policy);

        UseSelections(state, policy);
        state.UsesKnownAgents = policy.CustomerMemorySeconds > 0
            || policy.Queues.Any(q => QueueStep.KnownAgentMs(q.Steps) > 0)
            || policy.Rules.Any(r => r.Targets.Any(t => QueueStep.KnownAgentMs(t.Steps) > 0));
        foreach (var slot in state.Channels)
        {
            slot.IsRetired = policy.Channels.All(c => c.Name != slot.Name);
        }

        foreach (var channel in policy.Channels)
        {
            var slot = state.Channel(channel.Name) ?? AddChannel(state, channel);
            slot.Policy = channel;
            slot.IsRetired = false;
        }

        UseReserves(state, policy);
        foreach (var gone in state.QueuesWithoutAgents.Except(state.Queues.Names).ToList())
        {
            state.QueuesWithoutAgents.Remove(gone);
            AlarmTurns.SetWithoutAgents(state, gone, isSo: false);
        }
    }

    /// <summary>A channel that wait classes remember though the policy no longer has it.</summary>
    public static void Remember(WorkspaceState state, string name)
    {
        if (state.Channel(name) is null)
        {
            AddChannel(state, new ChannelPolicy { Name = name }).IsRetired = true;
        }
    }

    private static void UseReserves(WorkspaceState state, WorkspacePolicy policy)
    {
        foreach (var agent in state.Agents.Values)
        {
            Registry.SetCapacities(state, agent);
        }

        Reserves.Use(state, policy);
    }

    private static void UseAdmission(WorkspaceState state, WorkspacePolicy policy)
    {
        state.Calendars.Clear();
        foreach (var queue in policy.Queues)
        {
            if (queue.Hours is { } hours)
            {
                state.Calendars.Add(queue.Name, new OpeningCalendar(hours));
            }
        }

        state.HasAdmission = policy.Queues.Any(q => q.Hours is not null || q.Channels.Any(c => c.Limits is not null));
    }

    /// <summary>The strategies' own lists; whose turn it is is forgotten where it no longer counts.</summary>
    private static void UseSelections(WorkspaceState state, WorkspacePolicy policy)
    {
        var selecting = state.Selecting;
        selecting.Cursors.Keep(n => state.Queues.Find(n)?.Selection == QueuePolicy.RoundRobin);
        selecting.Keep(
            idle: Uses(QueuePolicy.LongestIdle) || Uses(QueuePolicy.BestFit),
            ring: Uses(QueuePolicy.RoundRobin),
            fewest: Uses(QueuePolicy.LeastLoaded),
            state.Agents.Values);

        bool Uses(string name) => policy.Queues.Any(q => q.Selection == name);
    }

    /// <summary>In a new place, or in that of a channel which is neither in the policy nor remembered.</summary>
    private static ChannelSlot AddChannel(WorkspaceState state, ChannelPolicy channel)
    {
        var index = state.Channels.FindIndex(c => c.IsRetired && !state.WaitClassList.Exists(w => w.Channel == c));
        var slot = new ChannelSlot(index < 0 ? state.Channels.Count : index, channel);
        if (index < 0)
        {
            state.Channels.Add(slot);
        }
        else
        {
            state.Channels[index] = slot;
        }

        return slot;
    }
}
