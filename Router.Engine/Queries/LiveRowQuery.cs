using Router.Engine.Estimates;
using Router.Engine.State;
using Router.Engine.Tickets;

namespace Router.Engine.Queries;

/// <summary>One row for each queue and channel of the policy and language that tickets came in for.</summary>
internal static class LiveRowQuery
{
    public static List<LiveRow> Rows(WorkspaceState state, LiveStaff staff)
    {
        var unroutable = state.Unroutable.Values.Where(t => t.State == TicketState.Queued).CountBy(t => t.WaitClass).ToDictionary();
        return
        [
            .. state.WaitClassGroups
                .Where(g => !g[0].Channel.IsRetired && state.Queues.Find(g[0].Queue) is not null)
                .Select(g => Row(state, g, unroutable, staff)),
        ];
    }

    private static LiveRow Row(WorkspaceState state, WaitClass[] classes, Dictionary<WaitClass, int> unroutable, LiveStaff staff)
    {
        var oldest = classes.Min(c => c.OldestEnteredAt);

        // Head starts only reorder: who enters now as a regular customer has the lowest one; the shared class (-1) comes last.
        var regular = classes.MinBy(c => (ulong)c.HeadStartMs)!;
        var waiting = classes.Sum(c => c.Waiting.Count - c.Offered);
        var free = staff.FreeOf(regular);
        return new LiveRow(
            regular.Queue,
            regular.Channel.Name,
            regular.Language,
            waiting,
            classes.Sum(c => c.Offered),
            classes.Sum(c => c.Assigned),
            classes.Sum(c => c.WrappingUp),
            oldest == long.MaxValue ? 0 : oldest,
            staff.ServingOf(regular),
            regular.Pool.Registered,
            free,
            staff.BusyOf(regular),
            staff.AwayOf(regular),
            state.QueuesWithoutAgents.Contains(regular.Queue) ? waiting : classes.Sum(c => unroutable.GetValueOrDefault(c)),
            TargetOf(state, regular),
            Told(state, regular, free),
            classes.Sum(c => Promises.Today(state, c).Judged),
            classes.Sum(c => Promises.Today(state, c).Kept));
    }

    /// <summary>What one more ticket of a class would be told.</summary>
    public static Estimate Told(WorkspaceState state, WaitClass waitClass) => WaitTimes.Tell(state, waitClass, waitClass.Waiting.Count, 0);

    /// <summary>Nobody waits beside an agent who is free: a ticket that enters now is offered at once.</summary>
    private static Estimate Told(WorkspaceState state, WaitClass regular, int free)
    {
        var told = Told(state, regular);
        return regular.Waiting.Count == 0 && free > 0 ? told with { MedianSeconds = 0, PromiseSeconds = 0 } : told;
    }

    private static int TargetOf(WorkspaceState state, WaitClass waitClass) =>
        state.Queues[waitClass.Queue].Channel(waitClass.Channel.Name)?.TargetSeconds ?? waitClass.Channel.Policy.TargetSeconds;
}
