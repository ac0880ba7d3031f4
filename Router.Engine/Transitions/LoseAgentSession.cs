using Router.Engine.Commands;
using Router.Engine.Events;
using Router.Engine.Matching;
using Router.Engine.State;

namespace Router.Engine.Transitions;

/// <summary>A session has no live stream any more: no offers from now on, and its work is leased to it for a time.</summary>
internal static class LoseAgentSession
{
    public static Outcome Apply(WorkspaceState state, LoseSession command)
    {
        if (!state.Agents.TryGetValue(command.AgentId, out var agent))
        {
            return Refusals.UnknownAgent(command.AgentId);
        }

        if (!agent.HasLiveSession || agent.SessionId != command.SessionId)
        {
            return Refusals.NoSession(agent.Id);
        }

        agent.GoneSince = Math.Min(command.Since, state.Now);
        state.MarkChanged(agent);
        state.Emit(new SessionLost(agent.Id, agent.SessionId, agent.GoneSince));
        Readiness.Refresh(state, agent);
        Dispatch.PlaceAll(state, Offering.TakeBack(state, agent, OfferEnd.SessionLost));
        return Outcome.Done();
    }
}
