using System.Text.Json;
using System.Text.Json.Nodes;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;

namespace Router.Documents;

/// <summary>Whether JSON has the form of a message: all that is not, each with its path, where protobuf's own reader tells one without.</summary>
public static class MessageTree
{
    /// <summary>The mistakes, as <c>queues[2].nam: …</c>.</summary>
    /// <param name="message">The message.</param>
    /// <param name="node">What should have its form.</param>
    /// <param name="path">Where it is in its document; empty for all of it.</param>
    public static IEnumerable<string> Mistakes(MessageDescriptor message, JsonNode? node, string path = "") => OfMessage(message, node, path);

    private static IEnumerable<string> OfMessage(MessageDescriptor message, JsonNode? node, string path)
    {
        if (message.FullName == Duration.Descriptor.FullName || message.FullName == Timestamp.Descriptor.FullName)
        {
            return node?.GetValueKind() == JsonValueKind.String && IsTime(message, node) ? [] : [Wrong(path, message.Name == "Duration" ? "a time such as \"90s\"" : "a time such as \"2026-03-01T12:00:00Z\"")];
        }

        return node is not JsonObject fields
            ? [Wrong(path, $"an object with {Names(message)}")]
            : fields.SelectMany(part => OfPart(message, part.Key, part.Value, path.Length == 0 ? part.Key : $"{path}.{part.Key}"));
    }

    private static IEnumerable<string> OfPart(MessageDescriptor message, string name, JsonNode? value, string path)
    {
        var field = message.Fields.InDeclarationOrder().FirstOrDefault(f => f.JsonName == name || f.Name == name);
        return field switch
        {
            null => [$"{path}: is not known; there may be {Names(message)}"],
            _ when value is null => [],
            { IsMap: true } => value is JsonObject entries
                ? entries.SelectMany(e => OfValue(field.MessageType.Fields[2], e.Value, $"{path}[{e.Key}]"))
                : [Wrong(path, "an object")],
            { IsRepeated: true } => value is JsonArray list
                ? list.SelectMany((item, i) => OfValue(field, item, $"{path}[{i}]"))
                : [Wrong(path, "a list")],
            _ => OfValue(field, value, path),
        };
    }

    private static IEnumerable<string> OfValue(FieldDescriptor field, JsonNode? value, string path)
    {
        var kind = value?.GetValueKind() ?? JsonValueKind.Null;
        return field.FieldType switch
        {
            FieldType.Message => OfMessage(field.MessageType, value, path),
            FieldType.String => kind == JsonValueKind.String ? [] : [Wrong(path, "text; a number or true in YAML needs quotes")],
            FieldType.Bool => kind is JsonValueKind.True or JsonValueKind.False ? [] : [Wrong(path, "true or false")],
            FieldType.Enum => kind == JsonValueKind.String && field.EnumType.FindValueByName((string)value!) is not null
                ? []
                : [Wrong(path, $"one of {string.Join(", ", field.EnumType.Values.Skip(1).Select(v => v.Name))}")],
            FieldType.Double => kind == JsonValueKind.Number ? [] : [Wrong(path, "a number")],
            _ => IsWhole(value, kind) ? [] : [Wrong(path, "a whole number")],
        };
    }

    private static bool IsTime(MessageDescriptor message, JsonNode text)
    {
        try
        {
            JsonParser.Default.Parse(text.ToJsonString(), message);
            return true;
        }
        catch (InvalidProtocolBufferException)
        {
            return false;
        }
    }

    private static bool IsWhole(JsonNode? value, JsonValueKind kind) =>
        kind is JsonValueKind.Number or JsonValueKind.String && long.TryParse(value!.ToString(), out var number) && number == (int)number;

    private static string Names(MessageDescriptor message) => string.Join(", ", message.Fields.InDeclarationOrder().Select(f => f.JsonName));

    private static string Wrong(string path, string expected) => path.Length == 0 ? $"may be {expected}" : $"{path}: may be {expected}";
}
