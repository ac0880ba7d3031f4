using Router.Engine.Agents;
using Router.Engine.Commands;
using Router.Engine.State;

namespace Router.Engine.Transitions;

/// <summary>An agent chooses his presence.</summary>
internal static class ChangePresence
{
    public static Outcome Apply(WorkspaceState state, SetPresence command)
    {
        if (!state.Agents.TryGetValue(command.AgentId, out var agent))
        {
            return Refusals.UnknownAgent(command.AgentId);
        }

        if (!agent.IsSignedIn)
        {
            return Refusals.NoSession(agent.Id);
        }

        if (command.Channel.Length > 0)
        {
            return ChannelPresences.Apply(state, agent, command);
        }

        if (Check(state, command.Presence, command.Reason, reasonRequired: true) is { } refusal)
        {
            return refusal;
        }

        Dispatch.PlaceAll(state, Presences.Choose(state, agent, command.Presence, command.Reason, command.AtOnce, set: null));
        Dispatch.Feed(state, agent);
        return Outcome.Done();
    }

    /// <summary>Why a presence cannot be chosen, or null.</summary>
    public static Outcome? Check(WorkspaceState state, Presence presence, string reason, bool reasonRequired)
    {
        switch (presence)
        {
            case Presence.Available or Presence.OnDemand:
                return null;
            case Presence.Away when (reason.Length == 0 && !reasonRequired) || state.Policy.AwayReasons.Any(r => r.Code == reason):
                return null;
            case Presence.Away:
                return Outcome.Refused(
                    Reason.UnknownAwayReason,
                    $"There is no away reason '{reason}': take one of {string.Join(", ", state.Policy.AwayReasons.Select(r => r.Code))}.",
                    ("field", "away_reason"));
            default:
                return Outcome.Refused(Reason.InvalidRequest, "Presence must be available, on_demand or away; sign out to be offline.", ("field", "presence"));
        }
    }
}
