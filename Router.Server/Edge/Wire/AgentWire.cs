using Router.Engine.Agents;
using Router.Engine.Policies;
using Router.Engine.Records;
using Router.Server.Store.Envelopes;

namespace Router.Server.Edge.Wire;

/// <summary>Agents on the wire.</summary>
internal static class AgentWire
{
    /// <summary>An agent's presence.</summary>
    /// <param name="agent">The agent.</param>
    public static V1.AgentPresence PresenceOf(AgentRecord agent) => new()
    {
        Presence = PresenceOf(agent.Presence),
        AwayReason = agent.PresenceReason,
        Since = ProtoTime.TimeOrNone(agent.PresenceSince),
        SetBy = agent.PresenceReason == WorkspacePolicy.NoAnswer
            ? new() { Kind = V1.ActorKind.System }
            : new() { Kind = V1.ActorKind.Agent, Id = agent.Profile.Id },
        Why = agent.PresenceReason == WorkspacePolicy.NoAnswer ? WorkspacePolicy.NoAnswer : "",
        Next = agent.NextPresence == Presence.Unspecified
            ? null
            : new() { Presence = PresenceOf(agent.NextPresence), AwayReason = agent.NextReason },
        Draining = agent.SigningOut,
    };

    /// <summary>A presence.</summary>
    /// <param name="presence">The engine's, whose numbers are the contract's.</param>
    public static V1.Presence PresenceOf(Presence presence) => (V1.Presence)presence;

    /// <summary>An activity.</summary>
    /// <param name="activity">The engine's, whose numbers are the contract's.</param>
    public static V1.AgentActivity ActivityOf(Activity activity) => (V1.AgentActivity)activity;
}
