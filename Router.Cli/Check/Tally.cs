using System.Text.Json.Serialization;

namespace Router.Cli.Check;

/// <summary>What the checker found: the line it prints.</summary>
internal sealed record Tally
{
    /// <summary>Tickets whose submit was acknowledged to an adapter.</summary>
    [JsonPropertyName("submitted")]
    public required int Submitted { get; init; }

    /// <summary>Of those, completed by an agent.</summary>
    [JsonPropertyName("completed")]
    public required int Completed { get; init; }

    /// <summary>Of those, left by the customer while waiting.</summary>
    [JsonPropertyName("abandoned")]
    public required int Abandoned { get; init; }

    /// <summary>Of those, not known to the server, or ended otherwise than a client was told.</summary>
    [JsonPropertyName("lost")]
    public required int Lost { get; init; }

    /// <summary>Of those, with two owners at once.</summary>
    [JsonPropertyName("owned_twice")]
    public required int OwnedTwice { get; init; }

    /// <summary>Numbers missing among the events, and things acknowledged that no event tells.</summary>
    [JsonPropertyName("events_missing")]
    public required int EventsMissing { get; init; }

    /// <summary>Median wait, in seconds of the server's time, of those served or abandoned; null when there is none.</summary>
    [JsonPropertyName("wait_p50_s")]
    public required double? WaitP50 { get; init; }

    /// <summary>The wait that nine of ten stayed within.</summary>
    [JsonPropertyName("wait_p90_s")]
    public required double? WaitP90 { get; init; }

    /// <summary>Nothing is lost, owned twice or missing.</summary>
    [JsonIgnore]
    public bool IsClean => (Lost, OwnedTwice, EventsMissing) == (0, 0, 0);
}
