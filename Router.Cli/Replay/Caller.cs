using System.Globalization;
using Router.AgentClient.Auto;
using Router.CallLog;
using Router.V1;

namespace Router.Cli.Replay;

/// <summary>One who calls.</summary>
/// <param name="Row">As the log has him.</param>
/// <param name="Enters">When he enters the queue, by the log's clock.</param>
/// <param name="Patience">How long he waits before he hangs up; null: until he is served (the log knows his patience no further).</param>
/// <param name="Service">How long an agent serves him.</param>
internal sealed record Caller(CallRow Row, DateTimeOffset Enters, TimeSpan? Patience, TimeSpan Service)
{
    /// <summary>What he asks for.</summary>
    /// <param name="source">Who submits.</param>
    /// <param name="queue">Where he waits.</param>
    public SubmitRequest Request(string source, string queue) => new()
    {
        Source = source,
        ExternalId = Row.Key,
        Channel = "call",
        Queue = queue,
        Priority = Row.Priority,
        Languages = { new LanguageRequirement { Language = CallTypes.LanguageOf(Row.Type), MinLevel = 1 } },
        Skills = { new SkillLevel { Skill = Row.Type, Level = 1 } },
        Customer = Row.CustomerId == "0" ? null : new Customer { Id = Row.CustomerId },
        Attributes =
        {
            [HandleTimes.Attribute] = ((long)Service.TotalSeconds).ToString(CultureInfo.InvariantCulture),
            ["log_time"] = Enters.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
            ["line"] = Row.Line,
        },
    };
}
