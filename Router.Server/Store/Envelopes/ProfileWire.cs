using Router.Engine.Agents;
using Contract = Router.V1;

namespace Router.Server.Store.Envelopes;

/// <summary>Profiles on the wire.</summary>
public static class ProfileWire
{
    /// <summary>A profile.</summary>
    /// <param name="profile">The profile.</param>
    public static Contract.AgentProfile Of(AgentProfile profile)
    {
        var shown = new Contract.AgentProfile
        {
            AgentId = profile.Id,
            Name = profile.Name,
            Team = profile.Team,
            Queues = { profile.Queues },
            Capacity = profile.Capacity,
        };
        foreach (var (skill, level) in profile.Skills.OrderBy(s => s.Key, StringComparer.Ordinal))
        {
            shown.Skills.Add(new Contract.SkillLevel { Skill = skill, Level = level });
        }

        foreach (var (language, level) in profile.Languages.OrderBy(l => l.Key, StringComparer.Ordinal))
        {
            shown.Languages.Add(new Contract.LanguageLevel { Language = language, Level = level });
        }

        foreach (var channel in profile.Channels)
        {
            var capacity = new Contract.ChannelCapacity { Channel = channel.Channel };
            if (channel.Cost != ChannelCapacity.AsWorkspace)
            {
                capacity.Cost = channel.Cost;
            }

            if (channel.Max != ChannelCapacity.AsWorkspace)
            {
                capacity.Max = channel.Max;
            }

            capacity.Accept = (Contract.AcceptMode)(channel.Accept ?? 0);
            shown.Channels.Add(capacity);
        }

        return shown;
    }
}
