using System.Text.Json.Serialization;

namespace Router.Cli.Journals;

/// <summary>What a client saw acknowledged.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SightKind>))]
internal enum SightKind
{
    /// <summary>An adapter: a submit, with the ticket's id.</summary>
    [JsonStringEnumMemberName("submitted")]
    Submitted,

    /// <summary>An adapter: the customer left; the state says what became of the ticket.</summary>
    [JsonStringEnumMemberName("ended")]
    Ended,

    /// <summary>An agent: his accept.</summary>
    [JsonStringEnumMemberName("accepted")]
    Accepted,

    /// <summary>An agent: his completion; the state says what became of the ticket.</summary>
    [JsonStringEnumMemberName("completed")]
    Completed,
}
