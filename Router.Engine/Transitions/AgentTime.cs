using Router.Engine.Deadlines;
using Router.Engine.Events;
using Router.Engine.Matching;
using Router.Engine.State;
using Router.Engine.Tickets;

namespace Router.Engine.Transitions;

/// <summary>
/// What time does to an agent: a drain begins, a ticket asked for has not come, a rest begins or ends; while his session is gone, his accepted work goes back, and in the end he is offline.
/// </summary>
internal static class AgentTime
{
    public static void Run(WorkspaceState state, Agent agent)
    {
        if (agent.Drain is { } drain && !agent.IsDraining && AgentDeadline.DrainsAt(state, drain) <= state.Now)
        {
            Dispatch.PlaceAll(state, Drains.Begin(state, agent));
            return;
        }

        if (agent.TakeUntil > 0 && agent.TakeUntil <= state.Now)
        {
            Credits.Close(state, agent);
            Readiness.Refresh(state, agent);
            return;
        }

        if (Rests.Judge(state, agent))
        {
            return;
        }

        if (agent.HasLiveSession)
        {
            AgentDeadline.Update(state, agent);
            return;
        }

        var overdue = agent.Tickets
            .Where(t => t.State == TicketState.Assigned && AgentDeadline.ReclaimAt(state, agent, t) <= state.Now)
            .ToList();
        var asked = overdue.Select(t => Assigning.Requeue(state, t, RequeueCause.SessionLost)).OfType<Agent>().Distinct().ToList();
        Dispatch.PlaceAll(state, overdue);
        Dispatch.FeedTogether(state, asked);
        if (agent.Tickets.Count == 0 && AgentDeadline.OfflineAt(state, agent) <= state.Now)
        {
            Sessions.End(state, agent, SessionEnd.Lost);
        }

        AgentDeadline.Update(state, agent);
    }
}
