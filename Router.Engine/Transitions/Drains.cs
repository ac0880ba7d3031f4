using Router.Engine.Deadlines;
using Router.Engine.Events;
using Router.Engine.Matching;
using Router.Engine.State;

namespace Router.Engine.Transitions;

/// <summary>An agent takes nothing new for a while, though his presence stays.</summary>
internal static class Drains
{
    /// <summary>Plans a drain, which begins at once when its time is here.</summary>
    /// <returns>Tickets that he was offered or held for, which the caller gives to others.</returns>
    public static List<Ticket> Set(WorkspaceState state, Agent agent, AgentDrain drain)
    {
        agent.Drain = drain;
        agent.IsDraining = false;
        if (AgentDeadline.DrainsAt(state, drain) <= state.Now)
        {
            return Begin(state, agent);
        }

        Tell(state, agent, ended: null);
        return [];
    }

    /// <summary>The time of his drain is here.</summary>
    /// <returns>Tickets that he was offered or held for, which the caller gives to others.</returns>
    public static List<Ticket> Begin(WorkspaceState state, Agent agent)
    {
        agent.IsDraining = true;
        Tell(state, agent, ended: null);
        return Offering.TakeBack(state, agent, OfferEnd.PresenceChanged);
    }

    /// <summary>He takes work again as far as his presence allows; the caller gives it to him.</summary>
    public static void End(WorkspaceState state, Agent agent, SetBy? ended)
    {
        if (agent.Drain is not null)
        {
            agent.Drain = null;
            agent.IsDraining = false;
            Tell(state, agent, ended);
        }
    }

    private static void Tell(WorkspaceState state, Agent agent, SetBy? ended)
    {
        state.MarkChanged(agent);
        state.Emit(new DrainChanged(agent.Id, agent.IsDraining, agent.Drain, ended, agent.Presence, agent.PresenceReason));
        Readiness.Refresh(state, agent);
    }
}
