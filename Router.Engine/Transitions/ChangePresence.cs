using Router.Engine.Agents;
using Router.Engine.Commands;
using Router.Engine.State;
using Router.Engine.Tickets;

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

        if (Check(state, command.Presence, command.Reason, reasonRequired: true) is { } refusal)
        {
            return refusal;
        }

        var isAtLiveWork = agent.Tickets.Exists(t => t.Channel.IsLive && t.State is TicketState.Assigned or TicketState.WrappingUp);
        if (command.Presence == Presence.Available || command.AtOnce || !isAtLiveWork)
        {
            Dispatch.PlaceAll(state, Presences.Set(state, agent, command.Presence, command.Reason));
        }
        else
        {
            Presences.SetNext(state, agent, command.Presence, command.Reason);
            Dispatch.PlaceAll(state, Offering.TakeBack(state, agent, Events.OfferEnd.PresenceChanged));
        }

        Dispatch.Feed(state, agent);
        return Outcome.Done();
    }

    /// <summary>Why a presence cannot be chosen, or null.</summary>
    public static Outcome? Check(WorkspaceState state, Presence presence, string reason, bool reasonRequired)
    {
        switch (presence)
        {
            case Presence.Available:
                return null;
            case Presence.OnDemand:
                return Outcome.Refused(Reason.NotImplemented, "Presence on_demand is not served: take available or away.", ("field", "presence"));
            case Presence.Away when (reason.Length == 0 && !reasonRequired) || state.Policy.AwayReasons.Any(r => r.Code == reason):
                return null;
            case Presence.Away:
                return Outcome.Refused(
                    Reason.UnknownAwayReason,
                    $"There is no away reason '{reason}': take one of {string.Join(", ", state.Policy.AwayReasons.Select(r => r.Code))}.",
                    ("field", "away_reason"));
            default:
                return Outcome.Refused(Reason.InvalidRequest, "Presence must be available or away; sign out to be offline.", ("field", "presence"));
        }
    }
}
