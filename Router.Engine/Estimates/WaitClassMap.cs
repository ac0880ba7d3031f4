using Router.Engine.Lanes;
using Router.Engine.Policies;
using Router.Engine.State;
using Router.Engine.Tickets;

namespace Router.Engine.Estimates;

/// <summary>Finds or makes the wait class of a ticket.</summary>
internal static class WaitClassMap
{
    /// <summary>Most head starts of one queue that have classes of their own.</summary>
    private const int MostHeadStarts = 8;

    /// <summary>Most languages of one queue that have classes of their own; the rest share that of tickets without a language.</summary>
    private const int MostLanguages = 100;

    /// <summary>The class of a new ticket, which is mostly that of the last one with the same plan.</summary>
    /// <summary>Most classes of a workspace; past it a further one is of its queue and channel alone, without a language or head start of its own.
    /// They are never forgotten, so this is what whoever submits without end could make of them.</summary>
    private const int MostClasses = 20_000;

    public static WaitClass ClassFor(WorkspaceState state, RoutingPlan plan, ChannelSlot channel, TicketContent content, long headStartMs)
    {
        var last = plan.LastClass;
        return last is not null
            && last.HeadStartMs == headStartMs
            && last.Channel == channel
            && last.Queue == content.Queue
            && last.Language == content.FirstLanguage
                ? last
                : plan.LastClass = ClassFor(state, channel, content, headStartMs);
    }

    public static WaitClass ClassFor(WorkspaceState state, ChannelSlot channel, TicketContent content, long headStartMs)
    {
        var key = new WaitClassKey(content.Queue, channel.Name, content.FirstLanguage, headStartMs);
        return state.WaitClasses.TryGetValue(key, out var waitClass) ? waitClass : OwnOrShared(state, channel, key);
    }

    /// <summary>The class that such a ticket has in its queue, its own or one that it shares, or null; none is made.</summary>
    public static WaitClass? Find(WorkspaceState state, ChannelSlot channel, TicketContent content, QueuePolicy queue)
    {
        var key = new WaitClassKey(content.Queue, channel.Name, content.FirstLanguage, DueTimes.HeadStartMs(content, queue));
        return state.WaitClasses.TryGetValue(key, out var own) ? own : state.WaitClasses.GetValueOrDefault(OwnOrSharedKey(state, key));
    }

    // A queue that has as many values of its own as it may takes no further one.
    private static WaitClassKey OwnOrSharedKey(WorkspaceState state, WaitClassKey wanted)
    {
        if (state.WaitClassList.Count >= MostClasses)
        {
            return wanted with { HeadStartMs = WaitClass.SharedHeadStart, Language = "" };
        }

        if (!state.WaitsByQueue.TryGetValue(wanted.Queue, out var waits))
        {
            return wanted;
        }

        var (headStarts, languages) = (waits.HeadStarts, waits.Languages);
        return wanted with
        {
            HeadStartMs = headStarts.Count >= MostHeadStarts && !headStarts.Contains(wanted.HeadStartMs) ? WaitClass.SharedHeadStart : wanted.HeadStartMs,
            Language = languages.Count >= MostLanguages && !languages.Contains(wanted.Language) ? "" : wanted.Language,
        };
    }

    private static WaitClass OwnOrShared(WorkspaceState state, ChannelSlot channel, WaitClassKey wanted)
    {
        var key = OwnOrSharedKey(state, wanted);
        if (!state.WaitClasses.TryGetValue(key, out var waitClass))
        {
            waitClass = Add(state, channel, key);
            state.MarkChanged(waitClass);
        }

        return waitClass;
    }

    /// <summary>A class that is not there yet.</summary>
    public static WaitClass Add(WorkspaceState state, ChannelSlot channel, WaitClassKey key)
    {
        LanguageNeed[] languages = key.Language.Length > 0 ? [new LanguageNeed(key.Language, 1, 0)] : [];
        var pool = LaneMap.PoolFor(state, channel, new Requirement(key.Queue, languages, []));
        var siblings = state.WaitsByQueue.GetValueOrDefault(key.Queue)?.Classes.Find(c => c.Channel == channel)?.Siblings ?? [];
        var waitClass = new WaitClass(key, channel, pool) { CountedUntil = state.Now, Siblings = siblings };
        siblings.Add(waitClass);
        foreach (var slot in pool.Eligible.All())
        {
            var agent = state.AgentSlots[slot]!;
            agent.WaitClasses++;
            waitClass.Units += agent.IsCounted ? WaitTimes.UnitsOf(agent, waitClass) : 0;
        }

        state.Add(key, waitClass);
        state.Alarms.Join(waitClass);
        return waitClass;
    }
}
