using System.Text.Json;
using System.Text.Json.Nodes;
using Google.Protobuf;

namespace Router.Documents;

/// <summary>A document in JSON or YAML, whichever the file's name says, and the messages of a contract in it.</summary>
public static class DocumentFile
{
    private static readonly string[] YamlEndings = [".yaml", ".yml"];

    /// <summary>Reads a file.</summary>
    /// <param name="file">Its name.</param>
    /// <exception cref="DocumentException">It cannot be read, or is neither.</exception>
    public static JsonNode? Read(string file)
    {
        try
        {
            return Parse(File.ReadAllText(file), file);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new DocumentException($"{file}: it cannot be read: {unreadable.Message}", unreadable);
        }
    }

    /// <summary>Reads a document.</summary>
    /// <param name="text">Its text.</param>
    /// <param name="file">The file's name.</param>
    /// <exception cref="DocumentException">It is neither JSON nor YAML.</exception>
    public static JsonNode? Parse(string text, string file) =>
        YamlEndings.Contains(Path.GetExtension(file).ToLowerInvariant()) ? YamlTree.Parse(text, file) : ParseJson(text, file);

    /// <summary>A message in protobuf's JSON form.</summary>
    /// <param name="parser">Its parser.</param>
    /// <param name="node">What should have its form.</param>
    /// <param name="file">The file's name.</param>
    /// <param name="path">Where it is in its document; empty for all of it.</param>
    /// <exception cref="DocumentException">It has not; every mistake is told with its path.</exception>
    public static T Message<T>(MessageParser<T> parser, JsonNode? node, string file, string path = "")
        where T : IMessage<T>, new()
    {
        var mistakes = MessageTree.Mistakes(new T().Descriptor, node, path).Select(mistake => $"{file}: {mistake}").ToList();
        if (mistakes.Count > 0)
        {
            throw new DocumentException(mistakes);
        }

        try
        {
            return parser.ParseJson(node!.ToJsonString());
        }
        catch (Exception wrong) when (wrong is InvalidJsonException or InvalidProtocolBufferException)
        {
            throw new DocumentException($"{file}: {wrong.Message}", wrong);
        }
    }

    private static JsonNode? ParseJson(string text, string file)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            throw new DocumentException($"{file}: it is empty.");
        }

        try
        {
            return JsonNode.Parse(text, documentOptions: new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        }
        catch (JsonException malformed)
        {
            var hint = text.TrimStart()[0] is '{' or '[' ? "" : " It is read as JSON: a file with YAML has a name that ends in .yaml or .yml.";
            throw new DocumentException($"{file}:{malformed.LineNumber + 1}: {Said(malformed)}{hint}", malformed);
        }
    }

    /// <summary>The reader's own place, which counts from 0, is told before it as the line.</summary>
    private static string Said(JsonException malformed)
    {
        var place = malformed.Message.IndexOf(" LineNumber: ", StringComparison.Ordinal);
        return place < 0 ? malformed.Message : malformed.Message[..place];
    }
}
