using Router.Engine.Agents;
using Router.Engine.Policies;
using Router.Engine.Tickets;

namespace Router.Engine.Properties.Drawing;

/// <summary>Profiles and contents drawn from a seed; now and then one that the policy refuses.</summary>
internal static class RandomWork
{
    public static AgentProfile Profile(string id, int seed, WorkspacePolicy policy)
    {
        var random = new Random(seed);
        var ways = new Random(seed + 1);
        return new AgentProfile
        {
            Id = id,
            Queues = [.. policy.Queues.Select(q => q.Name).Where(_ => random.Next(3) > 0)],
            Skills = RandomPolicy.Skills.Where(_ => random.Next(3) > 0).ToDictionary(s => s, _ => random.Next(1, 6)),
            Languages = RandomPolicy.Languages.Where(_ => random.Next(2) > 0).ToDictionary(l => l, _ => random.Next(1, 6)),
            Capacity = random.Next(3) == 0 ? random.Next(1, 300) : 0,
            Channels = [.. policy.Channels.Where(_ => random.Next(4) == 0).Select(c => new ChannelCapacity(c.Name, random.Next(1, 80), random.Next(0, 4), Way(ways)))],
        };
    }

    private static AcceptMode? Way(Random random) => random.Next(4) switch
    {
        0 => AcceptMode.Auto,
        1 => AcceptMode.Manual,
        _ => null,
    };

    public static TicketContent Content(string externalId, int seed, WorkspacePolicy policy)
    {
        var random = new Random(seed);
        var queue = policy.Queues[random.Next(policy.Queues.Count)];
        var channel = random.Next(30) == 0
            ? policy.Channels[random.Next(policy.Channels.Count)].Name
            : queue.Channels[random.Next(queue.Channels.Count)].Channel;
        var after = 0;
        return new TicketContent
        {
            Source = "random",
            ExternalId = externalId,
            Channel = channel,
            Queue = random.Next(50) == 0 ? "nowhere" : random.Next(5) == 0 ? "" : queue.Name,
            KnownAgentId = random.Next(4) == 0 ? $"agent {random.Next(9)}" : "",
            CustomerId = random.Next(2) == 0 ? $"customer {random.Next(9)}" : "",
            Attributes = random.Next(2) == 0 ? [KeyValuePair.Create("amount", $"{random.Next(12)}")] : [],
            Priority = random.Next(4) == 0 ? random.Next(1, 4) : 0,
            Segment = random.Next(6) == 0 ? "gold" : "",
            Languages =
            [
                .. RandomPolicy.Languages.Where(_ => random.Next(4) == 0).Select((l, i) =>
                    new LanguageNeed(l, random.Next(1, 5), (after += i == 0 ? 0 : random.Next(0, 30)) * 1_000L)),
            ],
            Skills = [.. RandomPolicy.Skills.Where(_ => random.Next(4) == 0).Select(s => new SkillNeed(s, random.Next(1, 5)))],
        };
    }
}
