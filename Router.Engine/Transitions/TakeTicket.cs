using Router.Engine.Agents;
using Router.Engine.Commands;
using Router.Engine.Matching;
using Router.Engine.State;

namespace Router.Engine.Transitions;

/// <summary>An agent on demand asks for one ticket. Answered with whether he got it at once.</summary>
internal static class TakeTicket
{
    public static Outcome Apply(WorkspaceState state, Take command)
    {
        if (!state.Agents.TryGetValue(command.AgentId, out var agent))
        {
            return Refusals.UnknownAgent(command.AgentId);
        }

        if (!agent.IsSignedIn)
        {
            return Refusals.NoSession(agent.Id);
        }

        if (agent.Presence != Presence.OnDemand || agent.NextPresence != Presence.Unspecified)
        {
            return Outcome.Refused(
                Reason.WrongState, "A ticket is taken on demand alone: set presence ON_DEMAND first.", ("state", $"{agent.Presence}".ToLowerInvariant()));
        }

        if (command.Channels.FirstOrDefault(c => state.Channel(c) is not { IsRetired: false }) is { } unknown)
        {
            return Outcome.Refused(Reason.UnknownChannel, $"There is no channel '{unknown}': take channels of the policy.", ("field", "take.channels"));
        }

        agent.TakeChannels = [.. command.Channels];
        Credits.Open(state, agent);
        Readiness.Refresh(state, agent);
        Dispatch.Feed(state, agent);
        return Outcome.Done(agent.TakeUntil == 0);
    }
}
