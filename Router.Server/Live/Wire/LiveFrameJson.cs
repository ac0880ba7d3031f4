using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Router.Engine.Events;

namespace Router.Server.Live.Wire;

/// <summary>Frames as JSON. Into the hub's messages a frame is put as it was written once, whoever it goes to.</summary>
internal sealed class LiveFrameJson : JsonConverter<LiveFrame>
{
    // As the hub writes all else.
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    /// <summary>Writes a frame.</summary>
    /// <param name="frame">The frame.</param>
    /// <returns>UTF-8.</returns>
    public static byte[] Write(LiveFrame frame) => JsonSerializer.SerializeToUtf8Bytes(frame, Options);

    /// <summary>How a figure is named in frames.</summary>
    /// <param name="figure">The figure.</param>
    public static string NameOf(AlarmFigure figure) => JsonNamingPolicy.SnakeCaseLower.ConvertName(figure.ToString());

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, LiveFrame value, JsonSerializerOptions options) =>
        writer.WriteRawValue(value.Json(), skipInputValidation: true);

    /// <summary>Never: frames are only sent.</summary>
    /// <inheritdoc/>
    public override LiveFrame Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();
}
