namespace Router.Engine.Records;

/// <summary>What is remembered of a customer, for his next ticket. Times are engine time, ms since 1970; 0 is never.</summary>
public sealed record CustomerRecord
{
    /// <summary>The adapter's id of the person.</summary>
    public required string Id { get; init; }

    /// <summary>When something of it last changed.</summary>
    public required long At { get; init; }

    /// <summary>Who last completed a ticket of his; empty when nobody did.</summary>
    public string AgentId { get; init; } = "";

    /// <summary>The language of the last of them that named one, in lower case; or empty.</summary>
    public string Language { get; init; } = "";

    /// <summary>When he was last cut off from an agent.</summary>
    public long CutOffAt { get; init; }

    /// <summary>From whom.</summary>
    public string CutOffAgentId { get; init; } = "";

    /// <summary>On which channel.</summary>
    public string CutOffChannel { get; init; } = "";

    /// <summary>When that ticket was due.</summary>
    public long CutOffDueAt { get; init; }
}
