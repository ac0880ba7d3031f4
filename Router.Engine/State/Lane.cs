using Router.Engine.Collections;
using Router.Engine.Tickets;

namespace Router.Engine.State;

/// <summary>Tickets that the same agents may serve, in order. The wait classes keep one without tickets for its agents alone.</summary>
internal sealed class Lane(int slot, string key, ChannelSlot channel, IReadOnlyList<Requirement> requirements)
{
    public int Slot { get; } = slot;

    /// <summary>Channel and requirements as one string.</summary>
    public string Key { get; } = key;

    public ChannelSlot Channel { get; } = channel;

    /// <summary>The requirements of the steps passed so far: an agent who meets one of them may serve.</summary>
    public IReadOnlyList<Requirement> Requirements { get; } = requirements;

    /// <summary>Whose personal list it is; empty for a lane of all who meet the requirements.</summary>
    public string AgentId { get; init; } = "";

    /// <summary>Slots of the registered agents who may serve.</summary>
    public SlotSet Eligible { get; } = new();

    /// <summary>The same agents by how well they fit; null until a strategy asks for it.</summary>
    public SlotTiers? Fits { get; set; }

    public OrderedList<TicketKey, Ticket> Tickets { get; } = new();

    /// <summary>How many plans and wait classes need it, or tickets a personal list; without any it is dropped when room is needed.</summary>
    public int Users { get; set; }
}
