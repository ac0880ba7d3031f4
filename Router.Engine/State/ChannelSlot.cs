using Router.Engine.Collections;
using Router.Engine.Policies;

namespace Router.Engine.State;

/// <summary>A channel of this workspace: its rules in force and who is ready for it.</summary>
internal sealed class ChannelSlot(int index, ChannelPolicy policy)
{
    /// <summary>Index into the agents' arrays; a channel keeps it as long as the policy or a wait class has it.</summary>
    public int Index { get; } = index;

    public ChannelPolicy Policy { get; set; } = policy;

    /// <summary>No longer in the policy.</summary>
    public bool IsRetired { get; set; }

    public string Name => Policy.Name;

    public bool IsLive => !Policy.Interruptible;

    /// <summary>Slots of agents who could be given one more ticket of this channel.</summary>
    public SlotSet Ready { get; } = new();
}
