using Router.Engine.Policies;
using Router.Engine.State;

namespace Router.Engine.Queries;

/// <summary>The queues of the policy, by name, with those who serve them.</summary>
internal static class LiveQueueQuery
{
    public static List<LiveQueue> Queues(WorkspaceState state, LiveStaff staff) =>
        [.. state.Queues.InOrder.Select(q => Of(state.AgentsByQueue, staff, q))];

    private static LiveQueue Of(AgentsByQueue agents, LiveStaff staff, QueuePolicy queue)
    {
        var free = agents.CountIn(staff.Free, queue.Name);
        var busy = agents.CountIn(staff.Busy, queue.Name);
        return new LiveQueue(queue.Name, queue.Label, agents.Count(queue.Name), free, busy, agents.CountIn(staff.SignedIn, queue.Name) - free - busy);
    }
}
