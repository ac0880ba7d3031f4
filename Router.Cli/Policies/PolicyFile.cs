using System.Text.Json;
using System.Text.Json.Nodes;
using Google.Protobuf;
using Router.Cli.Connection;
using Router.V1;

namespace Router.Cli.Policies;

/// <summary>A policy document in a file: the contract's <see cref="Policy"/> in protobuf's JSON form, written as JSON or YAML.</summary>
internal static class PolicyFile
{
    private static readonly string[] YamlEndings = [".yaml", ".yml"];

    /// <summary>Whether a file's name says that it is YAML.</summary>
    /// <param name="file">Its name.</param>
    public static bool IsYaml(string file) => YamlEndings.Contains(Path.GetExtension(file).ToLowerInvariant());

    /// <summary>Reads a file.</summary>
    /// <param name="file">Its name.</param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="CommandException">It cannot be read or is not of this form; the message names the file and every mistake's path.</exception>
    public static async Task<Policy> ReadAsync(string file, CancellationToken cancel)
    {
        try
        {
            return Parse(await File.ReadAllTextAsync(file, cancel), file);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"{file}: it cannot be read: {unreadable.Message}", unreadable);
        }
    }

    /// <summary>Reads a document.</summary>
    /// <param name="text">Its text.</param>
    /// <param name="file">The file's name.</param>
    /// <exception cref="CommandException">It is not of this form.</exception>
    public static Policy Parse(string text, string file)
    {
        var root = IsYaml(file) ? YamlTree.Parse(text, file) : ParseJson(text, file);
        var mistakes = MessageTree.Mistakes(Policy.Descriptor, root).ToList();
        if (mistakes.Count > 0)
        {
            throw new CommandException(string.Join("\nrouter: ", mistakes.Select(m => $"{file}: {m}")));
        }

        try
        {
            return Policy.Parser.ParseJson(root!.ToJsonString());
        }
        catch (Exception wrong) when (wrong is InvalidJsonException or InvalidProtocolBufferException)
        {
            throw new CommandException($"{file}: {wrong.Message}", wrong);
        }
    }

    private static JsonNode? ParseJson(string text, string file)
    {
        try
        {
            return JsonNode.Parse(text, documentOptions: new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        }
        catch (JsonException malformed)
        {
            throw new CommandException($"{file}:{malformed.LineNumber + 1}: {malformed.Message}", malformed);
        }
    }
}
