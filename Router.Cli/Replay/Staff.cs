using Router.CallLog;
using Router.Cli.CallLog;
using Router.V1;

namespace Router.Cli.Replay;

/// <summary>Registers the agents of a log.</summary>
internal static class Staff
{
    private const int UsualLevel = 3;
    private const int NativeLevel = 5;
    private const int EnglishLevel = 4;

    /// <summary>Puts their profiles, with the skills and languages of the calls they served.</summary>
    /// <param name="server">In role admin.</param>
    /// <param name="agents">The agents.</param>
    /// <param name="queue">The queue they serve.</param>
    /// <param name="cancel">Ends the work.</param>
    public static async Task RegisterAsync(
        SupervisorService.SupervisorServiceClient server, IReadOnlyList<AgentOnDuty> agents, string queue, CancellationToken cancel)
    {
        foreach (var agent in agents)
        {
            var request = new PutAgentRequest { RequestId = Guid.NewGuid().ToString("N"), Profile = ProfileOf(agent, queue) };
            await server.PutAgentAsync(request, cancellationToken: cancel);
        }
    }

    /// <summary>The profile that the log shows.</summary>
    /// <param name="agent">The agent.</param>
    /// <param name="queue">The queue he serves.</param>
    public static AgentProfile ProfileOf(AgentOnDuty agent, string queue)
    {
        var profile = new AgentProfile { AgentId = agent.Name, Name = agent.Name, Team = queue, Queues = { queue } };
        profile.Skills.Add(agent.Types.Select(type => new SkillLevel { Skill = type, Level = UsualLevel }));
        foreach (var language in agent.Types.Select(CallTypes.LanguageOf).Distinct())
        {
            profile.Languages.Add(new LanguageLevel { Language = language, Level = language == "he" ? NativeLevel : EnglishLevel });
        }

        return profile;
    }
}
