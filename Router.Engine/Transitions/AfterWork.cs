using Router.Engine.Agents;
using Router.Engine.Events;
using Router.Engine.Matching;
using Router.Engine.State;

namespace Router.Engine.Transitions;

/// <summary>What an agent's work in hand held up: a presence asked for, a sign-out, and the next ticket.</summary>
internal static class AfterWork
{
    /// <summary>One of his tickets is done or went away.</summary>
    /// <param name="state">The workspace.</param>
    /// <param name="agent">Whose it was.</param>
    /// <param name="others">Who was asked for it or had joined it, and is free of it too.</param>
    public static void Run(WorkspaceState state, Agent agent, IReadOnlyList<Agent>? others = null)
    {
        if (others is { Count: > 0 })
        {
            Run(state, [agent, .. others]);
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
        if (agent.NextPresence != Presence.Unspecified && !agent.IsAtLiveWork)
        {
            Dispatch.PlaceAll(state, Presences.Set(state, agent, agent.NextPresence, agent.NextReason, agent.NextSet));
        }

        if (agent.SigningOut && agent.IsEmptyHanded)
        {
            Sessions.End(state, agent, SessionEnd.SignedOut);
        }
    }
}
