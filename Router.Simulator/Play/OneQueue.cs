using Router.Engine.Policies;
using Router.Engine.Tickets;

namespace Router.Simulator.Play;

/// <summary>The plainest workspace: calls in one queue, with no work after them.</summary>
internal static class OneQueue
{
    /// <summary>The queue's name.</summary>
    public const string Name = "service";

    /// <summary>The channel.</summary>
    public const string Call = "call";

    /// <summary>Seconds until a ticket is due.</summary>
    private const int TargetSeconds = 20;

    /// <summary>The rules.</summary>
    /// <param name="initial">Those of a new workspace.</param>
    /// <param name="skills">Skills that calls may ask for.</param>
    /// <param name="change">What is otherwise with the queue; nothing where it is null.</param>
    public static WorkspacePolicy Policy(WorkspacePolicy initial, IEnumerable<string> skills, Func<QueuePolicy, QueuePolicy>? change = null)
    {
        var queue = new QueuePolicy { Name = Name, Channels = [new QueueChannel(Call, TargetSeconds)] };
        return initial with
        {
            Skills = [.. skills.Select(skill => new CodeLabel(skill))],
            Channels = [.. initial.Channels.Select(channel => channel with { WrapUp = WrapUpRule.None })],
            Queues = [change is null ? queue : change(queue)],
        };
    }

    /// <summary>What a call asks for.</summary>
    /// <param name="skill">A skill, or null for none.</param>
    /// <param name="priority">Its priority.</param>
    /// <param name="language">A language, or null for none.</param>
    public static TicketContent Content(string? skill = null, int priority = 0, string? language = null) => new()
    {
        Source = "simulator",
        ExternalId = "call",
        Channel = Call,
        Queue = Name,
        Priority = priority,
        Skills = skill is null ? [] : [new SkillNeed(skill, 1)],
        Languages = language is null ? [] : [new LanguageNeed(language, 1, 0)],
    };
}
