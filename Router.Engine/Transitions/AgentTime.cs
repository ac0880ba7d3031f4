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
        if (agent.IsToDrain && AgentDeadline.DrainsAt(state, agent.Drain!) <= state.Now)
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

        foreach (var ticket in agent.Joined.Where(t => AgentDeadline.ReclaimAt(state, agent, t) <= state.Now).ToList())
        {
            Participants.Leave(state, ticket, ticket.ParticipantOf(agent)!, ConsultEnd.SessionLost);
        }

        var overdue = agent.Tickets
            .Where(t => t.State == TicketState.Assigned && AgentDeadline.ReclaimAt(state, agent, t) <= state.Now)
            .ToList();
        var others = overdue.SelectMany(t => Assigning.Requeue(state, t, RequeueCause.SessionLost)).ToList();
        var ends = agent.IsEmptyHanded && AgentDeadline.OfflineAt(state, agent) <= state.Now;
        if (ends)
        {
            overdue.AddRange(PersonalWaits.EndLive(state, agent));
        }

        AfterWork.Run(state, [.. others.Distinct()], overdue);
        if (ends)
        {
            Sessions.End(state, agent, SessionEnd.Lost);
        }

        AgentDeadline.Update(state, agent);
    }
}
