namespace Router.Engine.Tickets;

/// <summary>What a ticket was submitted with. It never changes.</summary>
public sealed record TicketContent
{
    /// <summary>The adapter's name for itself, 1 to 64 characters.</summary>
    public required string Source { get; init; }

    /// <summary>The adapter's own id; with <see cref="Source"/> it names one ticket. 1 to 128 characters.</summary>
    public required string ExternalId { get; init; }

    /// <summary>A channel of the policy, such as <c>call</c>.</summary>
    public required string Channel { get; init; }

    /// <summary>A queue of the policy that takes the channel; empty in a submit that leaves it to classification.</summary>
    public required string Queue { get; init; }

    /// <summary>Priority, 0 (regular) to 9; the queue's policy gives it a head start.</summary>
    public int Priority { get; init; }

    /// <summary>Customer segment, or empty; the queue's policy gives it a head start.</summary>
    public string Segment { get; init; } = "";

    /// <summary>Acceptable languages, best first; empty asks for none.</summary>
    public IReadOnlyList<LanguageNeed> Languages { get; init; } = [];

    /// <summary>All the skills asked for.</summary>
    public IReadOnlyList<SkillNeed> Skills { get; init; } = [];

    /// <summary>The customer's id, or empty for nobody known.</summary>
    public string CustomerId { get; init; } = "";

    /// <summary>An agent to try first, where the queue's steps say so; or empty. He may not be registered.</summary>
    public string KnownAgentId { get; init; } = "";

    /// <summary>The customer's name as an agent should see it, or empty.</summary>
    public string CustomerName { get; init; } = "";

    /// <summary>Telephone number, mail address or chat name, or empty.</summary>
    public string CustomerAddress { get; init; } = "";

    /// <summary>One line of what it is about, or empty.</summary>
    public string Subject { get; init; } = "";

    /// <summary>Facts the adapter gave along, in the order it gave them.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Attributes { get; init; } = [];

    /// <summary>What classification said, or null for a ticket that named its queue itself.</summary>
    public Classified? Classified { get; init; }

    /// <summary>Nobody could serve what it asks for: it asks for no more than its queue does.</summary>
    public bool IsWaived { get; init; }

    /// <summary>What is asked of agents: the content itself, or without languages and skills where these are waived.</summary>
    internal TicketContent Asked => IsWaived ? this with { Languages = [], Skills = [], IsWaived = false } : this;

    /// <summary>The first acceptable language in lower case, or empty: what live rows and wait classes are kept by.</summary>
    public string FirstLanguage => Languages.Count > 0 ? Languages[0].Tag : "";

    /// <summary>The same for another queue: the steps of a rule are for the queue that it chose.</summary>
    /// <param name="queue">The queue.</param>
    internal TicketContent In(string queue) => this with
    {
        Queue = queue,
        IsWaived = IsWaived && queue == Queue,
        Classified = Classified is { HasSteps: true } classified && queue != Queue ? classified with { HasSteps = false } : Classified,
    };
}
