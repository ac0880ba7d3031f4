using Router.Engine.Tickets;

namespace Router.Engine.Policies;

/// <summary>What a rule sets of what the submit does not say itself.</summary>
public sealed record ClassificationTarget
{
    /// <summary>How often it is taken, relative to the rule's other targets, 1 to 1,000.</summary>
    public int Weight { get; init; } = 1;

    /// <summary>The queue; the policy's default queue when empty.</summary>
    public string Queue { get; init; } = "";

    /// <summary>The attribute that may name a queue, which then comes before <see cref="Queue"/>; or empty.</summary>
    public string QueueAttribute { get; init; } = "";

    /// <summary>The skills, for a ticket that names none.</summary>
    public IReadOnlyList<SkillNeed> Skills { get; init; } = [];

    /// <summary>The attribute that may name one skill more, at level 1; or empty.</summary>
    public string SkillAttribute { get; init; } = "";

    /// <summary>The languages, for a ticket that names none.</summary>
    public IReadOnlyList<LanguageNeed> Languages { get; init; } = [];

    /// <summary>The attribute that may name the one language, which then comes before <see cref="Languages"/>; or empty.</summary>
    public string LanguageAttribute { get; init; } = "";

    /// <summary>The priority, 0 to 9, for a ticket of priority 0; null leaves it.</summary>
    public int? Priority { get; init; }

    /// <summary>The segment, for a ticket without one; or empty.</summary>
    public string Segment { get; init; } = "";

    /// <summary>Seconds of head start beside those of priority and segment, 0 to 2,592,000.</summary>
    public int HeadStartSeconds { get; init; }

    /// <summary>Steps in place of the queue's; those of the queue when empty.</summary>
    public IReadOnlyList<QueueStep> Steps { get; init; } = [];
}
