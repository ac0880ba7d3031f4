using Router.Engine.Collections;
using Router.Engine.Events;
using Router.Engine.State;
using Router.Engine.Tickets;

namespace Router.Engine.Deadlines;

/// <summary>When time next does something to an agent.</summary>
internal static class AgentDeadline
{
    /// <summary>Seconds (of real time) after which a lost session with nothing in hand ends.</summary>
    public const int OfflineAfterSeconds = 60;

    public static void Update(WorkspaceState state, Agent agent) => state.Deadlines.Set(agent, Next(state, agent));

    /// <summary>When an agent is gone too long for a ticket that he has, or has joined.</summary>
    public static long ReclaimAt(WorkspaceState state, Agent agent, Ticket ticket) =>
        Math.Max(agent.GraceUntil, agent.GoneSince + state.RealSeconds(ticket.Channel.Policy.GraceSeconds));

    /// <summary>When a lost session with nothing in hand ends.</summary>
    public static long OfflineAt(WorkspaceState state, Agent agent) =>
        Math.Max(agent.GraceUntil, agent.GoneSince + state.RealSeconds(OfflineAfterSeconds));

    /// <summary>When a drained agent takes nothing new any more.</summary>
    public static long DrainsAt(WorkspaceState state, AgentDrain drain) =>
        drain.At - ((state.Policy.AgentCare?.DrainBeforeSeconds ?? 0) * 1_000L);

    private static long Next(WorkspaceState state, Agent agent)
    {
        if (!agent.IsSignedIn)
        {
            return DeadlineQueue.None;
        }

        var next = agent.IsToDrain ? DrainsAt(state, agent.Drain!) : DeadlineQueue.None;
        if (agent.TakeUntil > 0)
        {
            next = Math.Min(next, agent.TakeUntil);
        }

        if (agent.RestUntil > 0)
        {
            next = Math.Min(next, agent.RestUntil);
        }

        if (agent.Busy is { } busy && state.Policy.AgentCare is { MaxOccupancyPercent: > 0 and var most })
        {
            next = Math.Min(next, busy.IsOver(state.Now, most) == agent.IsOverloaded ? busy.NextAt(state.Now, most) : state.Now);
        }
        else if (agent.IsOverloaded)
        {
            next = state.Now;
        }

        if (agent.HasLiveSession)
        {
            return next;
        }

        if (agent.IsEmptyHanded)
        {
            return Math.Min(next, OfflineAt(state, agent));
        }

        foreach (var ticket in agent.Tickets)
        {
            if (ticket.State == TicketState.Assigned)
            {
                next = Math.Min(next, ReclaimAt(state, agent, ticket));
            }
        }

        foreach (var ticket in agent.Joined)
        {
            next = Math.Min(next, ReclaimAt(state, agent, ticket));
        }

        return next;
    }
}
