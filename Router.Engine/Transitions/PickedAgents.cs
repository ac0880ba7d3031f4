using Router.Engine.State;

namespace Router.Engine.Transitions;

/// <summary>The agents of a supervisor's command: all must be signed in before the first is changed.</summary>
internal static class PickedAgents
{
    /// <returns>Why none is changed, or null.</returns>
    public static Outcome? Refuse(WorkspaceState state, IReadOnlyList<string> ids, out List<Agent> agents)
    {
        agents = new List<Agent>(ids.Count);
        foreach (var id in ids)
        {
            if (!state.Agents.TryGetValue(id, out var agent))
            {
                return Refusals.UnknownAgent(id);
            }

            if (!agent.IsSignedIn)
            {
                return Refusals.NoSession(id);
            }

            agents.Add(agent);
        }

        return null;
    }
}
