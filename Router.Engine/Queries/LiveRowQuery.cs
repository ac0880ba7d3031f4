using Router.Engine.Agents;
using Router.Engine.Collections;
using Router.Engine.Estimates;
using Router.Engine.State;

namespace Router.Engine.Queries;

/// <summary>One row for each queue, channel and language that tickets came in for.</summary>
internal static class LiveRowQuery
{
    public static List<LiveRow> Rows(WorkspaceState state) =>
    [
        .. state.WaitClassList
            .GroupBy(c => (c.Queue, c.Channel, c.Language))
            .Select(g => Row(state, [.. g]))
            .OrderBy(r => r.Queue, StringComparer.Ordinal)
            .ThenBy(r => r.Channel, StringComparer.Ordinal)
            .ThenBy(r => r.Language, StringComparer.Ordinal),
    ];

    private static LiveRow Row(WorkspaceState state, List<WaitClass> classes)
    {
        var oldest = long.MaxValue;
        foreach (var waitClass in classes.Where(c => c.Waiting.Count > 0))
        {
            oldest = Math.Min(oldest, waitClass.Waiting.First.EnteredAt);
        }

        // Head starts only reorder: who enters now as a regular customer has the lowest one; the shared class (-1) comes last.
        var regular = classes.MinBy(c => (ulong)c.HeadStartMs)!;
        return new LiveRow(
            regular.Queue,
            regular.Channel.Name,
            regular.Language,
            classes.Sum(c => c.Waiting.Count - c.Offered),
            classes.Sum(c => c.Offered),
            classes.Sum(c => c.Assigned),
            classes.Sum(c => c.WrappingUp),
            oldest == long.MaxValue ? 0 : oldest,
            AgentsOf(state, regular.Pool),
            WaitTimes.Tell(state, regular, regular.Waiting.Count, 0));
    }

    private static int AgentsOf(WorkspaceState state, Lane pool)
    {
        var count = 0;
        foreach (var slot in SlotSet.And(pool.Eligible, pool.Eligible))
        {
            var agent = state.AgentSlots[slot]!;
            count += agent.HasLiveSession && (agent.Presence == Presence.Available || agent.Load.Assigned > 0) ? 1 : 0;
        }

        return count;
    }
}
