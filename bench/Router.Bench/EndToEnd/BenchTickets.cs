using System.Globalization;
using Router.V1;

namespace Router.Bench.EndToEnd;

/// <summary>The tickets, lanes and agents of the bench: a hundred lanes, each agent may serve ten of them.</summary>
internal static class BenchTickets
{
    public const string Queue = "service";
    public const int Lanes = 100;
    private const int LanesPerAgent = 10;

    public static SubmitRequest Submit(long number) => new()
    {
        Source = "bench",
        ExternalId = number.ToString(CultureInfo.InvariantCulture),
        Channel = "call",
        Queue = Queue,
        Skills = { new SkillLevel { Skill = Skill((int)(number % Lanes)), Level = 1 } },
        Customer = new Customer { Id = $"customer-{number % 10_000}", Name = "Ada Lovelace", Address = "+44 20 7946 0958" },
        Subject = "A question about the last bill",
        Attributes = { ["account"] = "4711", ["menu"] = "billing" },
    };

    public static string AgentId(int agent) => $"agent-{agent.ToString(CultureInfo.InvariantCulture)}";

    public static AgentProfile Profile(int agent)
    {
        var profile = new AgentProfile { AgentId = AgentId(agent), Name = "Grace Hopper" };
        for (var i = 0; i < LanesPerAgent; i++)
        {
            profile.Skills.Add(new SkillLevel { Skill = Skill((agent + (i * LanesPerAgent)) % Lanes), Level = 3 });
        }

        return profile;
    }

    public static QueuePolicy QueuePolicy() => new()
    {
        Name = Queue,
        Channels = { new QueueChannelPolicy { Channel = "call", WrapUp = new WrapUpPolicy { Kind = WrapUpKind.None } } },
    };

    public static string Skill(int lane) => $"skill-{lane.ToString(CultureInfo.InvariantCulture)}";
}
