using System.Text.Json.Serialization;
using Router.V1;

namespace Router.Cli.Journals;

/// <summary>One line of a journal: something that a client saw acknowledged (docs/replay.md).</summary>
internal sealed record Sight
{
    /// <summary>What.</summary>
    [JsonPropertyName("saw")]
    public required SightKind Saw { get; init; }

    /// <summary>The server's time when the answer was there.</summary>
    [JsonPropertyName("at")]
    public required DateTimeOffset At { get; init; }

    /// <summary>The ticket's id.</summary>
    [JsonPropertyName("ticket")]
    public required string Ticket { get; init; }

    /// <summary>The adapter's own id of the contact; only with a submit.</summary>
    [JsonPropertyName("external_id")]
    public string? ExternalId { get; init; }

    /// <summary>Who accepted or completed.</summary>
    [JsonPropertyName("agent")]
    public string? Agent { get; init; }

    /// <summary>The number of the assignment that he accepted or completed.</summary>
    [JsonPropertyName("assignment_no")]
    public int? AssignmentNo { get; init; }

    /// <summary>What became of the ticket, as acknowledged.</summary>
    [JsonPropertyName("state")]
    [JsonConverter(typeof(JsonStringEnumConverter<TicketState>))]
    public TicketState? State { get; init; }
}
