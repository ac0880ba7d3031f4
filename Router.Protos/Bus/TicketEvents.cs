using System.Text.Json.Serialization;

namespace Router.V1;

/// <summary>
/// What leaves through the message bus: events of a workspace that follow each other. Every event comes at least once and for the first time
/// in order; docs/events.md says how to know a repeated one.
/// </summary>
public sealed record TicketEvents
{
    /// <summary>Most facts in one message.</summary>
    public const int MostFacts = 500;

    /// <summary>The workspace's id.</summary>
    public required string Workspace { get; init; }

    /// <summary>The term in which all of the facts were written.</summary>
    public required long Term { get; init; }

    /// <summary>The number of the first fact; the others follow without gaps.</summary>
    public required long First { get; init; }

    /// <summary>1 to <see cref="MostFacts"/> facts, in order; in JSON as Protocol Buffers writes them.</summary>
    [JsonConverter(typeof(EventsJson))]
    public required IReadOnlyList<Event> Facts { get; init; }
}
