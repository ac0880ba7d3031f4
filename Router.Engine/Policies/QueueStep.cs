using Router.Engine.Tickets;

namespace Router.Engine.Policies;

/// <summary>How the requirement widens with time, relative to what the ticket asks itself. Agents of earlier steps stay eligible.</summary>
public sealed record QueueStep
{
    /// <summary>Milliseconds after entering the queue, 0 to 366 days, none less than that of the step before.</summary>
    public required long AfterMs { get; init; }

    /// <summary>How far minimum levels of skills sink, 0 to 4; never below 1.</summary>
    public int LowerSkillLevels { get; init; }

    /// <summary>How far minimum levels of languages sink, 0 to 4; never below 1.</summary>
    public int LowerLanguageLevels { get; init; }

    /// <summary>Skills that are no longer asked for.</summary>
    public IReadOnlyList<string> DropSkills { get; init; } = [];

    /// <summary>No skill is asked for any more.</summary>
    public bool DropAllSkills { get; init; }

    /// <summary>Agents of this queue may serve too; of the ticket's own when empty.</summary>
    public string Queue { get; init; } = "";

    /// <summary>While this step lasts the ticket goes before all that are not expedited.</summary>
    public bool IsExpedited { get; init; }

    /// <summary>Until the next step the ticket waits for the agent who knows its customer. Only the first step, at once, and nothing else is so.</summary>
    public bool IsKnownAgent { get; init; }

    /// <summary>Languages that will do beside the ticket's own; their times are ignored.</summary>
    public IReadOnlyList<LanguageNeed> MoreLanguages { get; init; } = [];

    /// <summary>How long a ticket of these steps waits for the agent who knows its customer, ms; 0 where it does not.</summary>
    public static long KnownAgentMs(IReadOnlyList<QueueStep> steps) => steps is [{ IsKnownAgent: true }, var next, ..] ? next.AfterMs : 0;
}
