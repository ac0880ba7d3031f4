using Router.Engine.Collections;
using Router.Engine.State;
using Router.Engine.Tickets;

namespace Router.Engine.Deadlines;

/// <summary>When time next does something to an agent: only while his session is gone.</summary>
internal static class AgentDeadline
{
    /// <summary>Seconds (of real time) after which a lost session with nothing in hand ends.</summary>
    public const int OfflineAfterSeconds = 60;

    public static void Update(WorkspaceState state, Agent agent) => state.Deadlines.Set(agent, Next(state, agent));

    /// <summary>When an accepted ticket goes back to its place for want of its owner.</summary>
    public static long ReclaimAt(WorkspaceState state, Agent agent, Ticket ticket) =>
        Math.Max(agent.GraceUntil, agent.GoneSince + state.RealSeconds(ticket.Channel.Policy.GraceSeconds));

    /// <summary>When a lost session with nothing in hand ends.</summary>
    public static long OfflineAt(WorkspaceState state, Agent agent) =>
        Math.Max(agent.GraceUntil, agent.GoneSince + state.RealSeconds(OfflineAfterSeconds));

    private static long Next(WorkspaceState state, Agent agent)
    {
        if (!agent.IsSignedIn || agent.HasLiveSession)
        {
            return DeadlineQueue.None;
        }

        if (agent.Tickets.Count == 0)
        {
            return OfflineAt(state, agent);
        }

        var next = DeadlineQueue.None;
        foreach (var ticket in agent.Tickets)
        {
            if (ticket.State == TicketState.Assigned)
            {
                next = Math.Min(next, ReclaimAt(state, agent, ticket));
            }
        }

        return next;
    }
}
