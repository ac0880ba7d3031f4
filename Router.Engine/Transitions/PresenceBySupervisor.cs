using Router.Engine.Agents;
using Router.Engine.Commands;
using Router.Engine.Events;
using Router.Engine.State;

namespace Router.Engine.Transitions;

/// <summary>A supervisor chooses the presence of agents in their place, or signs them out.</summary>
internal static class PresenceBySupervisor
{
    public static Outcome Apply(WorkspaceState state, SetAgentsPresence command)
    {
        if (PickedAgents.Refuse(state, command.AgentIds, out var agents) is { } refusal)
        {
            return refusal;
        }

        if (command.Presence == Presence.Offline)
        {
            SignOut(state, agents);
            return Outcome.Done();
        }

        if (ChangePresence.Check(state, command.Presence, command.Reason, reasonRequired: true) is { } unfit)
        {
            return unfit;
        }

        var set = new SetBy(command.By, command.Why);
        var back = agents.SelectMany(a => Presences.Choose(state, a, command.Presence, command.Reason, command.AtOnce, set)).ToList();
        Dispatch.PlaceAll(state, back);
        Dispatch.FeedTogether(state, agents);
        return Outcome.Done();
    }

    private static void SignOut(WorkspaceState state, List<Agent> agents)
    {
        // None of them is given what another one hands back.
        var back = agents.SelectMany(a => SignOutAgent.Leave(state, a, OfferEnd.Supervisor)).ToList();
        agents.ForEach(a => Participants.LeaveAll(state, a));
        var others = new List<Agent>();
        foreach (var agent in agents)
        {
            back.AddRange(SignOutAgent.HandBack(state, agent, others));
            back.AddRange(PersonalWaits.EndLive(state, agent));
        }

        AfterWork.Run(state, [.. others.Distinct()], back);
        agents.ForEach(a => Sessions.End(state, a, SessionEnd.Supervisor));
    }
}
