using Router.Engine.Matching;
using Router.Engine.State;

namespace Router.Engine.Queries;

/// <summary>All registered agents as they are now, by id.</summary>
internal static class LiveAgentQuery
{
    public static List<LiveAgent> Agents(WorkspaceState state) =>
        [.. state.Agents.Values.OrderBy(a => a.Id, StringComparer.Ordinal).Select(a => Of(state, a))];

    private static LiveAgent Of(WorkspaceState state, Agent agent) => new(
        agent.Id,
        agent.Profile.Name,
        agent.Profile.Team,
        agent.Presence,
        agent.PresenceReason,
        agent.PresenceSince,
        AgentViews.ActivityOf(agent),
        agent.IsSignedIn && !agent.HasLiveSession,
        agent.Load.Offers,
        agent.Load.Assigned,
        agent.Load.WrappingUp,
        agent.Load.LiveUnits + agent.Load.InterruptibleUnits,
        Readiness.TotalOf(state, agent));
}
