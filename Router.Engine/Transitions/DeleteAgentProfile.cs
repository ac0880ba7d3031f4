using Router.Engine.Commands;
using Router.Engine.Estimates;
using Router.Engine.Events;
using Router.Engine.State;

namespace Router.Engine.Transitions;

/// <summary>An agent who is not signed in and has nothing in hand is no longer registered.</summary>
internal static class DeleteAgentProfile
{
    public static Outcome Apply(WorkspaceState state, DeleteAgent command)
    {
        if (!state.Agents.TryGetValue(command.AgentId, out var agent))
        {
            return Refusals.UnknownAgent(command.AgentId);
        }

        if (agent.IsSignedIn || agent.Tickets.Length > 0)
        {
            return Outcome.Refused(Reason.InUse, $"Agent '{agent.Id}' is signed in or has work in hand: sign him out first.");
        }

        var back = PersonalWaits.FallBack(state, agent, _ => true);
        WaitTimes.Count(state, agent, counts: false);
        Registry.CountLanguages(state, agent, -1);
        Registry.Remove(state, agent);
        state.Batch.DeletedAgents.Add(agent.Id);
        state.Emit(new AgentChanged(agent.Id, Deleted: true, Created: false, agent.Profile, command.By));
        Routability.Review(state);
        Dispatch.PlaceAll(state, back);
        return Outcome.Done();
    }
}
