using Router.Engine.Agents;
using Router.Engine.Tickets;

namespace Router.Engine.Lanes;

/// <summary>Whether a profile meets a requirement. Looked at when a lane or a profile changes, never per ticket.</summary>
internal static class Eligibility
{
    /// <summary>Whether it meets one of several.</summary>
    public static bool Serves(AgentProfile profile, IReadOnlyList<Requirement> requirements)
    {
        foreach (var requirement in requirements)
        {
            if (Serves(profile, requirement))
            {
                return true;
            }
        }

        return false;
    }

    public static bool Serves(AgentProfile profile, Requirement requirement)
    {
        if (!ServesQueue(profile, requirement.Queue))
        {
            return false;
        }

        foreach (var skill in requirement.Skills)
        {
            if (!profile.Skills.TryGetValue(skill.Name, out var level) || level < skill.MinLevel)
            {
                return false;
            }
        }

        return requirement.Languages.Count == 0
            || requirement.Languages.Any(need => LevelOf(profile, need.Tag) >= need.MinLevel);
    }

    public static bool ServesQueue(AgentProfile profile, string queue) =>
        profile.Queues.Count == 0 || profile.Queues.Contains(queue);

    /// <summary>
    /// The agent's level for a ticket's language by RFC 4647 lookup (section 3.4): the tag itself, else what is left of it
    /// when subtags are cut from the end, a single-letter one together with the one behind it. 0 when he speaks none of these.
    /// </summary>
    public static int LevelOf(AgentProfile profile, string tag)
    {
        while (true)
        {
            if (profile.Languages.TryGetValue(tag, out var level))
            {
                return level;
            }

            var cut = tag.LastIndexOf('-');
            if (cut < 0)
            {
                return 0;
            }

            if (cut >= 2 && tag[cut - 2] == '-')
            {
                cut -= 2;
            }

            tag = tag[..cut];
        }
    }
}
