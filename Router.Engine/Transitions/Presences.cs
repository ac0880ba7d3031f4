using Router.Engine.Agents;
using Router.Engine.Events;
using Router.Engine.Matching;
using Router.Engine.State;

namespace Router.Engine.Transitions;

/// <summary>Gives an agent a presence, now or after his live work.</summary>
internal static class Presences
{
    /// <summary>A presence is asked for: it takes effect now, or after the live work in hand.</summary>
    /// <returns>Tickets that he was offered or held for, which the caller gives to others.</returns>
    public static List<Ticket> Choose(WorkspaceState state, Agent agent, Presence presence, string reason, bool atOnce, SetBy? set)
    {
        if (presence == Presence.Available || atOnce || !agent.IsAtLiveWork)
        {
            return Set(state, agent, presence, reason, set);
        }

        SetNext(state, agent, presence, reason, set);
        return Offering.TakeBack(state, agent, OfferEnd.PresenceChanged);
    }

    /// <returns>Tickets that he was offered or held for, which the caller gives to others.</returns>
    public static List<Ticket> Set(WorkspaceState state, Agent agent, Presence presence, string reason, SetBy? set = null, bool bySystem = false)
    {
        var tookWork = agent.Presence is Presence.Available or Presence.OnDemand;
        var isSame = agent.Presence == presence && agent.PresenceReason == reason && agent.NextPresence == Presence.Unspecified;
        agent.NextPresence = Presence.Unspecified;
        agent.NextReason = "";
        agent.NextSet = null;
        if (isSame)
        {
            return [];
        }

        var (previous, previousReason) = (agent.Presence, agent.PresenceReason);
        agent.Presence = presence;
        agent.PresenceReason = reason;
        agent.PresenceSince = state.Now;
        agent.PresenceSet = set;
        if (presence is Presence.Available or Presence.OnDemand && !tookWork)
        {
            agent.IdleSince = state.Now;
            agent.ForgetMisses();
        }

        state.MarkChanged(agent);
        state.Emit(new PresenceChanged(agent.Id, presence, reason, Pending: false, bySystem, previous, previousReason)
        {
            Set = set,
            Draining = agent.IsDraining && presence != Presence.Away,
        });
        if (presence == Presence.Away && agent.IsDraining)
        {
            Drains.End(state, agent, set);
        }

        Credits.Close(state, agent);

        Readiness.Refresh(state, agent);
        return presence == Presence.Available ? [] : Offering.TakeBack(state, agent, OfferEnd.PresenceChanged);
    }

    /// <summary>The presence follows the live work in hand; until then the agent takes nothing new.</summary>
    private static void SetNext(WorkspaceState state, Agent agent, Presence presence, string reason, SetBy? set)
    {
        agent.NextPresence = presence;
        agent.NextReason = reason;
        agent.NextSet = set;
        state.MarkChanged(agent);
        state.Emit(new PresenceChanged(agent.Id, presence, reason, Pending: true, BySystem: false, agent.Presence, agent.PresenceReason)
        {
            Set = set,
            Draining = agent.IsDraining,
        });
        Credits.Close(state, agent);
        Readiness.Refresh(state, agent);
    }
}
