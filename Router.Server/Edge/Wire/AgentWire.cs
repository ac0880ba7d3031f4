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
        SetBy = agent switch
        {
            { PresenceSet: { } set } => ActorWire.Of(set.By),
            { PresenceReason: WorkspacePolicy.NoAnswer } => new() { Kind = V1.ActorKind.System },
            _ => new() { Kind = V1.ActorKind.Agent, Id = agent.Profile.Id },
        },
        Why = agent.PresenceSet?.Why ?? (agent.PresenceReason == WorkspacePolicy.NoAnswer ? WorkspacePolicy.NoAnswer : ""),
        Next = agent.NextPresence == Presence.Unspecified
            ? null
            : new() { Presence = PresenceOf(agent.NextPresence), AwayReason = agent.NextReason },
        Channels =
        {
            agent.AwayChannels.Select(a => new V1.ChannelPresence { Channel = a.Channel, Presence = V1.Presence.Away, AwayReason = a.Reason }),
        },
        Resting = agent.IsResting,
        RestingUntil = ProtoTime.TimeOrNone(agent.RestUntil),
        TakeUntil = ProtoTime.TimeOrNone(agent.TakeUntil),
        Draining = agent.SigningOut || agent.Draining,
        DrainedBy = ActorWire.Of(agent.Drain?.Set.By),
        DrainWhy = agent.Drain?.Set.Why ?? "",
        DrainAt = ProtoTime.TimeOrNone(agent.Drain?.At ?? 0),
    };

    /// <summary>A presence.</summary>
    /// <param name="presence">The engine's, whose numbers are the contract's.</param>
    public static V1.Presence PresenceOf(Presence presence) => (V1.Presence)presence;

    /// <summary>An activity.</summary>
    /// <param name="activity">The engine's, whose numbers are the contract's.</param>
    public static V1.AgentActivity ActivityOf(Activity activity) => (V1.AgentActivity)activity;
}
