using Router.Engine.Policies;
using Router.Engine.State;

namespace Router.Engine.Transitions;

/// <summary>Makes a policy quick to look things up in.</summary>
internal static class PolicyIndex
{
    public static void Use(WorkspaceState state, WorkspacePolicy policy)
    {
        state.Policy = policy;
        state.Skills.Clear();
        state.Skills.UnionWith(policy.Skills.Select(s => s.Code));
        state.Queues.Clear();
        foreach (var queue in policy.Queues)
        {
            state.Queues.Add(queue.Name, queue);
        }

        foreach (var slot in state.Channels)
        {
            slot.IsRetired = true;
        }

        foreach (var channel in policy.Channels)
        {
            if (state.Channel(channel.Name) is { } slot)
            {
                slot.Policy = channel;
                slot.IsRetired = false;
            }
            else
            {
                state.Channels.Add(new ChannelSlot(state.Channels.Count, channel));
            }
        }
    }
}
