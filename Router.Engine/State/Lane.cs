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

    /// <summary>Slots of the agents who may serve: by their profiles, and the languages that they signed in with.</summary>
    public SlotSet Eligible { get; } = new();

    /// <summary>Slots of those who might by their profiles, and signed in without the language; null while there was none.</summary>
    public SlotSet? LeftOut { get; private set; }

    /// <summary>How many agents may serve by their profiles.</summary>
    public int Registered => Eligible.Count + (LeftOut?.Count ?? 0);

    /// <summary>The same agents by how well they fit; null until a strategy asks for it.</summary>
    public SlotTiers? Fits { get; set; }

    public OrderedList<TicketKey, Ticket> Tickets { get; } = new();

    /// <summary>Where to begin to look for an agent by <see cref="SelectionLists.Idle"/>.</summary>
    public SearchMark<IdleKey> IdleMark;

    /// <summary>The same by <see cref="SelectionLists.Fewest"/>.</summary>
    public SearchMark<FewestKey> FewestMark;

    /// <summary>An agent may serve it who could not before.</summary>
    public void ForgetMarks()
    {
        IdleMark = default;
        FewestMark = default;
    }

    /// <summary>Notes that a session leaves out what the agent's profile could serve, or that it does not.</summary>
    public void LeaveOut(int slot, bool isLeftOut)
    {
        if (isLeftOut || LeftOut is not null)
        {
            (LeftOut ??= new SlotSet()).Set(slot, isLeftOut);
        }
    }

    /// <summary>How many plans and wait classes need it, or tickets a personal list; without any it is dropped when room is needed.</summary>
    public int Users { get; set; }

    /// <summary>How many of these are wait classes.</summary>
    public int Pools { get; set; }
}
