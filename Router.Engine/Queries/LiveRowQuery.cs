using Router.Engine.Agents;
using Router.Engine.Collections;
using Router.Engine.Estimates;
using Router.Engine.State;
using Router.Engine.Tickets;

namespace Router.Engine.Queries;

/// <summary>One row for each queue and channel of the policy and language that tickets came in for.</summary>
internal static class LiveRowQuery
{
    public static List<LiveRow> Rows(WorkspaceState state)
    {
        var unroutable = state.Unroutable.Values.Where(t => t.State == TicketState.Queued).CountBy(t => t.WaitClass).ToDictionary();
        return
        [
            .. state.WaitClassList
                .Where(c => !c.Channel.IsRetired && state.Queues.ContainsKey(c.Queue))
                .GroupBy(c => (c.Queue, c.Channel, c.Language))
                .Select(g => Row(state, [.. g], unroutable))
                .OrderBy(r => r.Queue, StringComparer.Ordinal)
                .ThenBy(r => r.Channel, StringComparer.Ordinal)
                .ThenBy(r => r.Language, StringComparer.Ordinal),
        ];
    }

    private static LiveRow Row(WorkspaceState state, List<WaitClass> classes, Dictionary<WaitClass, int> unroutable)
    {
        var oldest = classes.Min(c => c.OldestEnteredAt);

        // Head starts only reorder: who enters now as a regular customer has the lowest one; the shared class (-1) comes last.
        var regular = classes.MinBy(c => (ulong)c.HeadStartMs)!;
        var waiting = classes.Sum(c => c.Waiting.Count - c.Offered);
        return new LiveRow(
            regular.Queue,
            regular.Channel.Name,
            regular.Language,
            waiting,
            classes.Sum(c => c.Offered),
            classes.Sum(c => c.Assigned),
            classes.Sum(c => c.WrappingUp),
            oldest == long.MaxValue ? 0 : oldest,
            AgentsOf(state, regular),
            regular.Pool.Eligible.Count,
            state.QueuesWithoutAgents.Contains(regular.Queue) ? waiting : classes.Sum(c => unroutable.GetValueOrDefault(c)),
            TargetOf(state, regular),
            WaitTimes.Tell(state, regular, regular.Waiting.Count, 0));
    }

    private static int TargetOf(WorkspaceState state, WaitClass waitClass) =>
        state.Queues[waitClass.Queue].Channel(waitClass.Channel.Name)?.TargetSeconds ?? waitClass.Channel.Policy.TargetSeconds;

    private static int AgentsOf(WorkspaceState state, WaitClass waitClass)
    {
        var count = 0;
        foreach (var slot in SlotSet.And(waitClass.Pool.Eligible, waitClass.Pool.Eligible))
        {
            var agent = state.AgentSlots[slot]!;
            var counts = agent.HasLiveSession && agent.TakesChannel(waitClass.Channel);
            count += counts && (agent.Presence == Presence.Available || agent.Load.Assigned > 0) ? 1 : 0;
        }

        return count;
    }
}
