using Router.Engine.Agents;
using Router.Engine.Collections;
using Router.Engine.State;

namespace Router.Engine.Queries;

/// <summary>
/// What agents do at one moment, as sets of their slots: many rows ask about the same agents, and to count those of a row is to count bits.
/// </summary>
internal sealed class LiveStaff
{
    // Most of those who are registered are at home: they are gone through once.
    private readonly List<Agent> _here;
    private readonly Dictionary<ChannelSlot, (SlotSet Serving, SlotSet Free)> _byChannel = [];

    public LiveStaff(WorkspaceState state)
    {
        _here = [.. state.Agents.Values.Where(a => a.IsSignedIn)];
        SignedIn = SetOf(_ => true);
        Busy = SetOf(a => !a.IsEmptyHanded);
        Free = SetOf(a => a.IsEmptyHanded && a.TakesWork);
    }

    /// <summary>Who is signed in.</summary>
    public SlotSet SignedIn { get; }

    /// <summary>Of those: who has something in hand or is offered it.</summary>
    public SlotSet Busy { get; }

    /// <summary>Of those: who has nothing in hand and takes work.</summary>
    public SlotSet Free { get; }

    /// <summary>Who serves a class and is available or at work, and takes its channel in this session.</summary>
    public int ServingOf(WaitClass waitClass) => SlotSet.CountOfBoth(waitClass.Pool.Eligible, Of(waitClass.Channel).Serving);

    /// <summary>Of those who serve it: who could be offered a ticket now.</summary>
    public int FreeOf(WaitClass waitClass) => SlotSet.CountOfBoth(waitClass.Pool.Eligible, Of(waitClass.Channel).Free);

    /// <summary>Who has something in hand or is offered it.</summary>
    public int BusyOf(WaitClass waitClass) => SlotSet.CountOfBoth(waitClass.Pool.Eligible, Busy);

    /// <summary>Who is signed in and neither free nor busy, or signed in without the language.</summary>
    public int AwayOf(WaitClass waitClass) => SlotSet.CountOfBoth(waitClass.Pool.Eligible, SignedIn) - BusyOf(waitClass) - FreeOf(waitClass) + (waitClass.Pool.LeftOut?.Count ?? 0);

    private (SlotSet Serving, SlotSet Free) Of(ChannelSlot channel)
    {
        if (!_byChannel.TryGetValue(channel, out var sets))
        {
            sets = (
                SetOf(a => a.HasLiveSession && a.TakesChannel(channel) && (a.Presence == Presence.Available || a.Load.Assigned > 0)),
                SetOf(a => Free.Has(a.Slot) && a.WantsChannel(channel)));
            _byChannel.Add(channel, sets);
        }

        return sets;
    }

    private SlotSet SetOf(Func<Agent, bool> isIn)
    {
        var set = new SlotSet();
        foreach (var agent in _here)
        {
            set.Set(agent.Slot, isIn(agent));
        }

        return set;
    }
}
