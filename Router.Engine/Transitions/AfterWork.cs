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

        if (LetGo(state, agent) is { Count: > 0 } back)
        {
            Dispatch.PlaceAll(state, back);
        }

        Dispatch.Feed(state, agent);
    }

    /// <summary>Tickets of several agents are done at once: who comes first among them gets what waits.</summary>
    /// <param name="state">The workspace.</param>
    /// <param name="agents">Whose they were.</param>
    /// <param name="tickets">What came back to its lane by that and goes to others together with what these agents are offered no longer, the earliest due first.</param>
    public static void Run(WorkspaceState state, IReadOnlyList<Agent> agents, IEnumerable<Ticket>? tickets = null)
    {
        foreach (var agent in agents)
        {
            Readiness.Refresh(state, agent);
        }

        List<Ticket> back = [.. tickets ?? []];
        foreach (var agent in agents)
        {
            back.AddRange(LetGo(state, agent));
        }

        Dispatch.PlaceAll(state, back.Distinct());
        Dispatch.FeedTogether(state, agents);
    }

    /// <returns>What he is offered no longer, or what waited for him alone: the caller gives it to others.</returns>
    private static IReadOnlyList<Ticket> LetGo(WorkspaceState state, Agent agent)
    {
        Readiness.Refresh(state, agent);
        var back = Rests.TakeBack(state, agent);
        if (!agent.IsLeaving)
        {
            return back;
        }

        if (agent.NextPresence != Presence.Unspecified && !agent.IsAtLiveWork)
        {
            back = [.. back, .. Presences.Set(state, agent, agent.NextPresence, agent.NextReason, agent.NextSet)];
        }

        if (agent.SigningOut && agent.IsEmptyHanded)
        {
            back = [.. back, .. PersonalWaits.EndLive(state, agent)];
            Sessions.End(state, agent, SessionEnd.SignedOut);
        }

        return back;
    }
}
