using Router.Engine.Policies;

namespace Router.Engine.Agents;

/// <summary>How much of one channel an agent can carry.</summary>
/// <param name="Channel">The channel's name.</param>
/// <param name="Cost">Units of the agent's total that one ticket takes, 1 to 10,000, or <see cref="AsWorkspace"/>.</param>
/// <param name="Max">Most tickets at once, 0 to 100, or <see cref="AsWorkspace"/>; 0 means he does not take this channel.</param>
/// <param name="Accept">How he takes a ticket; null as the workspace's policy says.</param>
public sealed record ChannelCapacity(string Channel, int Cost, int Max, AcceptMode? Accept = null)
{
    /// <summary>As the workspace's policy says for the channel.</summary>
    public const int AsWorkspace = -1;
}
