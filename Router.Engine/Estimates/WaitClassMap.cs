using Router.Engine.Lanes;
using Router.Engine.State;
using Router.Engine.Tickets;

namespace Router.Engine.Estimates;

/// <summary>Finds or makes the wait class of a ticket.</summary>
internal static class WaitClassMap
{
    /// <summary>Most head starts of one queue that have classes of their own.</summary>
    private const int MostHeadStarts = 8;

    public static WaitClass ClassFor(WorkspaceState state, ChannelSlot channel, TicketContent content, long headStartMs)
    {
        var key = new WaitClassKey(content.Queue, channel.Name, content.FirstLanguage, headStartMs);
        if (state.WaitClasses.TryGetValue(key, out var waitClass))
        {
            return waitClass;
        }

        var own = state.WaitClassList
            .Where(c => c.Queue == content.Queue && c.HeadStartMs != WaitClass.SharedHeadStart)
            .Select(c => c.HeadStartMs).Distinct().ToList();
        if (own.Count >= MostHeadStarts && !own.Contains(headStartMs))
        {
            key = key with { HeadStartMs = WaitClass.SharedHeadStart };
            if (state.WaitClasses.TryGetValue(key, out waitClass))
            {
                return waitClass;
            }
        }

        waitClass = Add(state, channel, key);
        state.MarkChanged(waitClass);
        return waitClass;
    }

    /// <summary>A class that is not there yet.</summary>
    public static WaitClass Add(WorkspaceState state, ChannelSlot channel, WaitClassKey key)
    {
        LanguageNeed[] languages = key.Language.Length > 0 ? [new LanguageNeed(key.Language, 1, 0)] : [];
        var pool = LaneMap.LaneFor(state, channel, [new Requirement(key.Queue, languages, [])]);
        var siblings = state.WaitClassList.Find(c => c.Queue == key.Queue && c.Channel == channel)?.Siblings ?? [];
        var waitClass = new WaitClass(key, channel, pool) { CountedUntil = state.Now, Siblings = siblings };
        siblings.Add(waitClass);
        foreach (var agent in state.Agents.Values)
        {
            if (pool.Eligible.Has(agent.Slot))
            {
                agent.WaitClasses++;
                waitClass.Units += agent.IsCounted ? agent.Capacities[channel.Index].Max : 0;
            }
        }

        state.WaitClasses.Add(key, waitClass);
        state.WaitClassList.Add(waitClass);
        return waitClass;
    }
}
