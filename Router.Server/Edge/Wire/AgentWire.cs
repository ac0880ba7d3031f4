using Router.Engine.Agents;
using Router.Engine.Policies;
using Router.Engine.Records;

namespace Router.Server.Edge.Wire;

/// <summary>Agents on the wire.</summary>
internal static class AgentWire
{
    /// <summary>A profile.</summary>
    /// <param name="profile">The profile.</param>
    public static V1.AgentProfile Of(AgentProfile profile)
    {
        var shown = new V1.AgentProfile
        {
            AgentId = profile.Id,
            Name = profile.Name,
            Team = profile.Team,
            Queues = { profile.Queues },
            Capacity = profile.Capacity,
        };
        foreach (var (skill, level) in profile.Skills.OrderBy(s => s.Key, StringComparer.Ordinal))
        {
            shown.Skills.Add(new V1.SkillLevel { Skill = skill, Level = level });
        }

        foreach (var (language, level) in profile.Languages.OrderBy(l => l.Key, StringComparer.Ordinal))
        {
            shown.Languages.Add(new V1.LanguageLevel { Language = language, Level = level });
        }

        foreach (var channel in profile.Channels)
        {
            var capacity = new V1.ChannelCapacity { Channel = channel.Channel };
            if (channel.Cost != ChannelCapacity.AsWorkspace)
            {
                capacity.Cost = channel.Cost;
            }

            if (channel.Max != ChannelCapacity.AsWorkspace)
            {
                capacity.Max = channel.Max;
            }

            shown.Channels.Add(capacity);
        }

        return shown;
    }

    /// <summary>An agent's presence.</summary>
    /// <param name="agent">The agent.</param>
    public static V1.AgentPresence PresenceOf(AgentRecord agent) => new()
    {
        Presence = PresenceOf(agent.Presence),
        AwayReason = agent.PresenceReason,
        Since = Times.AtOrNever(agent.PresenceSince),
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
