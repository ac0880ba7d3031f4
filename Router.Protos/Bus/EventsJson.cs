using System.Text.Json;
using System.Text.Json.Serialization;
using Google.Protobuf;

namespace Router.V1;

/// <summary>Events as a JSON array, each in the JSON form of Protocol Buffers. What a newer server has added is left out when read.</summary>
public sealed class EventsJson : JsonConverter<IReadOnlyList<Event>>
{
    private static readonly JsonFormatter Formatter = new(JsonFormatter.Settings.Default);
    private static readonly JsonParser Parser = new(JsonParser.Settings.Default.WithIgnoreUnknownFields(true));

    /// <inheritdoc/>
    /// <exception cref="JsonException">It is no array of events.</exception>
    public override IReadOnlyList<Event> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var array = JsonDocument.ParseValue(ref reader);
        if (array.RootElement.ValueKind != JsonValueKind.Array)
        {
            throw new JsonException($"Facts are an array, not {array.RootElement.ValueKind}.");
        }

        try
        {
            return [.. array.RootElement.EnumerateArray().Select(fact => Parser.Parse<Event>(fact.GetRawText()))];
        }
        catch (InvalidProtocolBufferException malformed)
        {
            throw new JsonException($"A fact is no router.v1.Event: {malformed.Message}", malformed);
        }
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, IReadOnlyList<Event> value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        writer.WriteStartArray();
        foreach (var fact in value)
        {
            // Valid as it comes from the formatter.
            writer.WriteRawValue(Formatter.Format(fact), skipInputValidation: true);
        }

        writer.WriteEndArray();
    }
}
