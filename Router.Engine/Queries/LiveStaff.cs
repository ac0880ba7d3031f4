using Router.Engine.Agents;
using Router.Engine.Collections;
using Router.Engine.State;

namespace Router.Engine.Queries;

/// <summary>
/// What agents do at one moment, as sets of their slots: many rows ask about the same agents, and to count those of a row is to count bits.
/// </summary>
/// <param name="state">The workspace.</param>
internal sealed class LiveStaff(WorkspaceState state)
{
    private readonly SlotSet _signedIn = SetOf(state, a => a.IsSignedIn);
    private readonly SlotSet _busy = SetOf(state, a => a.IsSignedIn && !a.IsEmptyHanded);
    private readonly Dictionary<ChannelSlot, (SlotSet Serving, SlotSet Free)> _byChannel = [];

    /// <summary>Who serves a class and is available or at work, and takes its channel in this session.</summary>
    public int Serving(WaitClass waitClass) => SlotSet.CountOfBoth(waitClass.Pool.Eligible, Of(waitClass.Channel).Serving);

    /// <summary>Of those who serve it: who could be offered a ticket now.</summary>
    public int Free(WaitClass waitClass) => SlotSet.CountOfBoth(waitClass.Pool.Eligible, Of(waitClass.Channel).Free);

    /// <summary>Who has something in hand or is offered it.</summary>
    public int Busy(WaitClass waitClass) => SlotSet.CountOfBoth(waitClass.Pool.Eligible, _busy);

    /// <summary>Who is signed in and neither free nor busy, or signed in without the language.</summary>
    public int Away(WaitClass waitClass) => SlotSet.CountOfBoth(waitClass.Pool.Eligible, _signedIn) - Busy(waitClass) - Free(waitClass) + (waitClass.Pool.LeftOut?.Count ?? 0);

    private (SlotSet Serving, SlotSet Free) Of(ChannelSlot channel)
    {
        if (!_byChannel.TryGetValue(channel, out var sets))
        {
            sets = (
                SetOf(state, a => a.HasLiveSession && a.TakesChannel(channel) && (a.Presence == Presence.Available || a.Load.Assigned > 0)),
                SetOf(state, a => a.IsEmptyHanded && a.TakesWork && a.WantsChannel(channel)));
            _byChannel.Add(channel, sets);
        }

        return sets;
    }

    private static SlotSet SetOf(WorkspaceState state, Func<Agent, bool> isIn)
    {
        var set = new SlotSet();
        foreach (var agent in state.Agents.Values)
        {
            set.Set(agent.Slot, isIn(agent));
        }

        return set;
    }
}
