using Router.Engine.Commands;
using Router.Engine.Events;
using Router.Engine.Queries;
using Router.Engine.State;

namespace Router.Engine.Transitions;

/// <summary>A new stream goes on with a session. Answered with the agent's <see cref="AgentView"/>.</summary>
internal static class ResumeLostSession
{
    public static Outcome Apply(WorkspaceState state, ResumeSession command)
    {
        if (!state.Agents.TryGetValue(command.AgentId, out var agent))
        {
            return Refusals.UnknownAgent(command.AgentId);
        }

        if (!agent.IsSignedIn || agent.SessionId != command.SessionId)
        {
            return Refusals.NoSession(agent.Id);
        }

        if (!agent.HasLiveSession)
        {
            agent.GoneSince = 0;
            agent.GraceUntil = 0;
            state.MarkChanged(agent);
            state.Emit(new SessionResumed(agent.Id, agent.SessionId));
            AfterWork.Run(state, agent);
        }

        return Outcome.Done(AgentViews.Of(state, agent));
    }
}
