using Router.Engine;
using Router.Engine.Agents;
using Router.Engine.Policies;
using Router.Policies.Shape;

namespace Router.Policies;

/// <summary>Reads a profile.</summary>
public static class ProfileShape
{
    private const int MostQueues = 256;
    private const int MostSkills = 256;
    private const int MostLanguages = 64;
    private const int MostChannels = 16;
    private const int MostCapacity = 10_000;
    private const int MostTickets = 100;

    /// <summary>Reads a profile, whose fields are named from <c>profile</c> on.</summary>
    /// <param name="check">Takes the mistakes.</param>
    /// <param name="profile">What came in, or null.</param>
    /// <returns>The profile; only to be used when there is no mistake.</returns>
    public static AgentProfile Read(ref ShapeCheck check, V1.AgentProfile? profile)
    {
        if (profile is null)
        {
            check.Fail(Reason.InvalidRequest, "profile", "is missing", "a profile");
            profile = new V1.AgentProfile();
        }

        check.Id(profile.AgentId, "profile.agent_id", FieldLimits.AgentId);
        check.Line(profile.Name, "profile.name", FieldLimits.LabelBytes);
        check.OptionalId(profile.Team, "profile.team", FieldLimits.Name);
        check.Range(profile.Capacity, "profile.capacity", 0, MostCapacity);
        ReadQueues(ref check, profile);
        return new AgentProfile
        {
            Id = profile.AgentId,
            Name = profile.Name,
            Team = profile.Team,
            Queues = [.. profile.Queues],
            Skills = ReadSkills(ref check, profile),
            Languages = ReadLanguages(ref check, profile),
            Capacity = profile.Capacity,
            Channels = ReadChannels(ref check, profile),
        };
    }

    private static void ReadQueues(ref ShapeCheck check, V1.AgentProfile profile)
    {
        check.Count(profile.Queues.Count, "profile.queues", MostQueues);
        for (var i = 0; i < profile.Queues.Count && check.IsGood; i++)
        {
            check.Id(profile.Queues[i], "", FieldLimits.Name);
            check.Once(profile.Queues.IndexOf(profile.Queues[i]) == i, "", profile.Queues[i]);
            check.FoundIn("profile.queues", i);
        }
    }

    private static Dictionary<string, int> ReadSkills(ref ShapeCheck check, V1.AgentProfile profile)
    {
        var skills = new Dictionary<string, int>(StringComparer.Ordinal);
        check.Count(profile.Skills.Count, "profile.skills", MostSkills);
        for (var i = 0; i < profile.Skills.Count && check.IsGood; i++)
        {
            var skill = profile.Skills[i];
            check.Id(skill.Skill, "skill", FieldLimits.Name);
            check.Level(skill.Level, "level");
            check.Once(skills.TryAdd(skill.Skill, skill.Level), "skill", skill.Skill);
            check.FoundIn("profile.skills", i);
        }

        return skills;
    }

    private static Dictionary<string, int> ReadLanguages(ref ShapeCheck check, V1.AgentProfile profile)
    {
        var languages = new Dictionary<string, int>(StringComparer.Ordinal);
        check.Count(profile.Languages.Count, "profile.languages", MostLanguages);
        for (var i = 0; i < profile.Languages.Count && check.IsGood; i++)
        {
            var language = profile.Languages[i];
            check.Language(language.Language, "language");
            check.Level(language.Level, "level");
            check.Once(languages.TryAdd(LanguageTag.Normalise(language.Language), language.Level), "language", language.Language);
            check.FoundIn("profile.languages", i);
        }

        return languages;
    }

    private static List<ChannelCapacity> ReadChannels(ref ShapeCheck check, V1.AgentProfile profile)
    {
        var channels = new List<ChannelCapacity>();
        check.Count(profile.Channels.Count, "profile.channels", MostChannels);
        for (var i = 0; i < profile.Channels.Count && check.IsGood; i++)
        {
            var channel = profile.Channels[i];
            check.Id(channel.Channel, "channel", FieldLimits.Name);
            if (!Enum.IsDefined(channel.Accept))
            {
                check.Fail(Reason.InvalidRequest, "accept", "has a value that this server does not know", "one of the contract's values");
            }

            check.Range(channel.HasCost ? channel.Cost : 1, "cost", 1, MostCapacity);
            check.Range(channel.Max, "max", 0, MostTickets);
            check.Once(channels.TrueForAll(c => c.Channel != channel.Channel), "channel", channel.Channel);
            check.FoundIn("profile.channels", i);
            channels.Add(new ChannelCapacity(
                channel.Channel,
                channel.HasCost ? channel.Cost : ChannelCapacity.AsWorkspace,
                channel.HasMax ? channel.Max : ChannelCapacity.AsWorkspace,
                channel.Accept == V1.AcceptMode.Unspecified ? null : (AcceptMode)channel.Accept));
        }

        return channels;
    }
}
