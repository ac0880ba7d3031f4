using System.Text.Json.Nodes;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;

namespace Router.Documents;

/// <summary>
/// The form that <see cref="MessageTree"/> asks for, as a JSON Schema (draft 7, which editors know): the contract's comments are its descriptions.
/// </summary>
public static class DocumentSchema
{
    /// <summary>The schema of a message's documents.</summary>
    /// <param name="descriptors">A compiled set of descriptors with its comments, a <see cref="FileDescriptorSet"/>.</param>
    /// <param name="message">The message's full name, such as <c>router.v1.Policy</c>.</param>
    /// <exception cref="ArgumentException">The set has no such message.</exception>
    public static JsonObject Of(Stream descriptors, string message)
    {
        var files = FileDescriptor.BuildFromByteStrings(FileDescriptorSet.Parser.ParseFrom(descriptors).File.Select(f => f.ToByteString()));
        var root = files.SelectMany(f => f.MessageTypes).FirstOrDefault(m => m.FullName == message)
            ?? throw new ArgumentException($"There is no message {message} among the descriptors.", nameof(message));
        var schema = OfMessage(root);
        schema.Insert(0, "$schema", "http://json-schema.org/draft-07/schema#");
        schema.Insert(1, "title", root.Name);
        schema["definitions"] = new JsonObject(Reached(root).OrderBy(m => m.Name, StringComparer.Ordinal).Select(m => KeyValuePair.Create(m.Name, (JsonNode?)OfMessage(m))));
        return schema;
    }

    private static HashSet<MessageDescriptor> Reached(MessageDescriptor root)
    {
        var reached = new HashSet<MessageDescriptor>();
        var left = new Queue<MessageDescriptor>([root]);
        while (left.TryDequeue(out var message))
        {
            var next = message.Fields.InDeclarationOrder()
                .Select(f => f.IsMap ? f.MessageType.Fields[2] : f)
                .Where(f => f.FieldType == FieldType.Message && !IsTime(f.MessageType))
                .Select(f => f.MessageType);
            foreach (var inner in next.Where(reached.Add))
            {
                left.Enqueue(inner);
            }
        }

        return reached;
    }

    private static JsonObject OfMessage(MessageDescriptor message)
    {
        var schema = Described(new JsonObject { ["type"] = "object", ["additionalProperties"] = false }, message.Declaration);
        if (message.RealOneofCount == 1 && message.Oneofs[0].Fields.Count == message.Fields.InDeclarationOrder().Count)
        {
            schema["minProperties"] = 1;
            schema["maxProperties"] = 1;
        }

        schema["properties"] = new JsonObject(message.Fields.InDeclarationOrder().Select(f => KeyValuePair.Create(f.JsonName, (JsonNode?)OfField(f))));
        return schema;
    }

    private static JsonObject OfField(FieldDescriptor field)
    {
        if (field.IsMap)
        {
            return Described(OfMap(field.MessageType.Fields[1], OfValue(field.MessageType.Fields[2])), field.Declaration);
        }

        return field.IsRepeated
            ? Described(new JsonObject { ["type"] = "array", ["items"] = OfValue(field) }, field.Declaration)
            : Described(OfValue(field), field.Declaration);
    }

    private static JsonObject OfMap(FieldDescriptor key, JsonObject value) => key.FieldType == FieldType.String
        ? new() { ["type"] = "object", ["additionalProperties"] = value }
        : new() { ["type"] = "object", ["patternProperties"] = new JsonObject { ["^[0-9]+$"] = value }, ["additionalProperties"] = false };

    private static JsonObject OfValue(FieldDescriptor field) => field.FieldType switch
    {
        FieldType.Message when field.MessageType.FullName == Duration.Descriptor.FullName => new() { ["type"] = "string", ["pattern"] = "^[0-9]+(\\.[0-9]+)?s$" },
        FieldType.Message when field.MessageType.FullName == Timestamp.Descriptor.FullName => new() { ["type"] = "string", ["format"] = "date-time" },
        FieldType.Message => new() { ["$ref"] = $"#/definitions/{field.MessageType.Name}" },
        FieldType.Enum => OfEnum(field.EnumType),
        FieldType.String => new() { ["type"] = "string" },
        FieldType.Bool => new() { ["type"] = "boolean" },
        FieldType.Double => new() { ["type"] = "number" },
        // In protobuf's JSON form numbers of 64 bits are text.
        FieldType.Int64 => new() { ["type"] = new JsonArray("integer", "string"), ["pattern"] = "^[0-9]+$" },
        _ => new() { ["type"] = "integer" },
    };

    private static JsonObject OfEnum(EnumDescriptor type)
    {
        var values = type.Values.Skip(1).ToList();
        return new()
        {
            ["enum"] = new JsonArray([.. values.Select(v => (JsonNode)v.Name)]),
            ["enumDescriptions"] = new JsonArray([.. values.Select(v => (JsonNode)Comment(v.Declaration))]),
        };
    }

    private static JsonObject Described(JsonObject schema, DescriptorDeclaration? declaration)
    {
        if (Comment(declaration) is not { Length: > 0 } comment)
        {
            return schema;
        }

        // What stands beside a reference itself is not seen.
        var described = schema.ContainsKey("$ref") ? new JsonObject { ["allOf"] = new JsonArray(schema) } : schema;
        described["description"] = comment;
        return described;
    }

    private static string Comment(DescriptorDeclaration? declaration) =>
        string.Join(' ', (declaration?.LeadingComments ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));

    private static bool IsTime(MessageDescriptor message) => message.File.Package == "google.protobuf";
}
