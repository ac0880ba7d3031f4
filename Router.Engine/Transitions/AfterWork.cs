using Router.Engine.Agents;
using Router.Engine.Events;
using Router.Engine.Matching;
using Router.Engine.State;
using Router.Engine.Tickets;

namespace Router.Engine.Transitions;

/// <summary>What an agent's work in hand held up: a presence asked for, a sign-out, and the next ticket.</summary>
internal static class AfterWork
{
    /// <summary>One of his tickets is done or went away.</summary>
    /// <param name="state">The workspace.</param>
    /// <param name="agent">Whose it was.</param>
    /// <param name="asked">Who is no longer asked to take it over, or null.</param>
    public static void Run(WorkspaceState state, Agent agent, Agent? asked = null)
    {
        if (asked is not null)
        {
            Run(state, [agent, asked]);
            return;
        }

        LetGo(state, agent);
        Dispatch.Feed(state, agent);
    }

    /// <summary>Tickets of several agents are done at once: who comes first among them gets what waits.</summary>
    public static void Run(WorkspaceState state, IReadOnlyList<Agent> agents)
    {
        foreach (var agent in agents)
        {
            Readiness.Refresh(state, agent);
        }

        foreach (var agent in agents)
        {
            LetGo(state, agent);
        }

        Dispatch.FeedTogether(state, agents);
    }

    private static void LetGo(WorkspaceState state, Agent agent)
    {
        Readiness.Refresh(state, agent);
        Rests.LetGo(state, agent);
        if (agent.NextPresence != Presence.Unspecified && !agent.Tickets.Exists(t => t.Channel.IsLive && t.State != TicketState.Offered))
        {
            Dispatch.PlaceAll(state, Presences.Set(state, agent, agent.NextPresence, agent.NextReason, agent.NextSet));
        }

        if (agent.SigningOut && agent.Tickets.Count == 0)
        {
            Sessions.End(state, agent, SessionEnd.SignedOut);
        }
    }
}
