using Router.Engine.Agents;
using Router.Engine.Estimates;
using Router.Engine.Events;
using Router.Engine.Matching;
using Router.Engine.State;

namespace Router.Engine.Transitions;

/// <summary>The end of a session: the agent is offline.</summary>
internal static class Sessions
{
    /// <summary>The agent serves only these languages of his profile, or all. He must not count in wait classes meanwhile.</summary>
    public static void Narrow(WorkspaceState state, Agent agent, IReadOnlyList<string> languages)
    {
        if (languages.Count > 0 || agent.SessionLanguages.Count > 0)
        {
            agent.SessionLanguages = languages;
            Registry.Judge(state, agent);
        }
    }

    public static void End(WorkspaceState state, Agent agent, SessionEnd cause)
    {
        var sessionId = agent.SessionId;
        WaitTimes.Count(state, agent, counts: false);
        agent.SessionId = "";
        agent.SessionChannels = [];
        Narrow(state, agent, []);
        agent.GoneSince = 0;
        agent.GraceUntil = 0;
        agent.SigningOut = false;
        agent.NextPresence = Presence.Unspecified;
        agent.NextReason = "";
        agent.NextSet = null;
        agent.PresenceSet = null;
        agent.AwayChannels = [];
        agent.Drain = null;
        agent.IsDraining = false;
        agent.RestUntil = 0;
        agent.Presence = Presence.Offline;
        agent.PresenceReason = "";
        agent.PresenceSince = state.Now;
        agent.ForgetMisses();
        Credits.Close(state, agent);
        agent.TakeChannels = [];
        state.MarkChanged(agent);
        state.Emit(new SessionEnded(agent.Id, sessionId, cause));
        Readiness.Refresh(state, agent);
        Dispatch.PlaceAll(state, PersonalWaits.EndLive(state, agent));
    }
}
