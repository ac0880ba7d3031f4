using Router.Engine.Agents;
using Router.Engine.Events;
using Router.Engine.Matching;
using Router.Engine.State;

namespace Router.Engine.Transitions;

/// <summary>Gives an agent a presence, now or after his live work.</summary>
internal static class Presences
{
    /// <returns>Tickets that he was offered or held for, which the caller gives to others.</returns>
    public static List<Ticket> Set(WorkspaceState state, Agent agent, Presence presence, string reason, bool bySystem = false)
    {
        var wasAvailable = agent.Presence == Presence.Available;
        var isSame = agent.Presence == presence && agent.PresenceReason == reason && agent.NextPresence == Presence.Unspecified;
        agent.NextPresence = Presence.Unspecified;
        agent.NextReason = "";
        if (isSame)
        {
            return [];
        }

        var (previous, previousReason) = (agent.Presence, agent.PresenceReason);
        agent.Presence = presence;
        agent.PresenceReason = reason;
        agent.PresenceSince = state.Now;
        if (presence == Presence.Available && !wasAvailable)
        {
            agent.IdleSince = state.Now;
            Array.Clear(agent.Missed);
        }

        state.MarkChanged(agent);
        state.Emit(new PresenceChanged(agent.Id, presence, reason, Pending: false, bySystem, previous, previousReason));
        Readiness.Refresh(state, agent);
        return presence == Presence.Available ? [] : Offering.TakeBack(state, agent, OfferEnd.PresenceChanged);
    }

    /// <summary>The presence follows the live work in hand; until then the agent takes nothing new.</summary>
    public static void SetNext(WorkspaceState state, Agent agent, Presence presence, string reason)
    {
        agent.NextPresence = presence;
        agent.NextReason = reason;
        state.MarkChanged(agent);
        state.Emit(new PresenceChanged(agent.Id, presence, reason, Pending: true, BySystem: false, agent.Presence, agent.PresenceReason));
        Readiness.Refresh(state, agent);
    }
}
