using System.Text.Json.Nodes;
using Google.Protobuf;
using Router.Cli.Connection;
using Router.Documents;
using Router.V1;

namespace Router.Cli.Setup;

/// <summary>
/// What <c>router setup</c> puts: a document in JSON or YAML with the contract's own messages under <c>workspace</c> (WorkspacePolicy), <c>queues</c>
/// (QueuePolicy) and <c>agents</c> (AgentProfile), each in protobuf's JSON form.
/// </summary>
internal sealed record SetupDocument
{
    private static readonly string[] Parts = ["workspace", "queues", "agents"];

    private SetupDocument()
    {
    }

    /// <summary>What holds for all queues; null = stays as it is.</summary>
    public WorkspacePolicy? Workspace { get; private init; }

    /// <summary>The fields of <see cref="Workspace"/> that the document names; the others stay as they are.</summary>
    public IReadOnlyList<string> WorkspaceFields { get; private init; } = [];

    /// <summary>Queues to create or replace.</summary>
    public IReadOnlyList<QueuePolicy> Queues { get; private init; } = [];

    /// <summary>Profiles to create or replace.</summary>
    public IReadOnlyList<AgentProfile> Agents { get; private init; } = [];

    /// <summary>Reads a file.</summary>
    /// <param name="file">Its name.</param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="CommandException">It cannot be read or is not of this form; the message says where.</exception>
    public static async Task<SetupDocument> ReadAsync(string file, CancellationToken cancel)
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
    /// <param name="file">Its name, for errors.</param>
    /// <exception cref="CommandException">It is not of this form; the message says where.</exception>
    public static SetupDocument Parse(string text, string file)
    {
        try
        {
            var root = RootOf(text, file);
            var workspace = root["workspace"];
            return new SetupDocument
            {
                Workspace = workspace is null ? null : DocumentFile.Message(WorkspacePolicy.Parser, workspace, file, "workspace"),
                WorkspaceFields = workspace is JsonObject fields ? [.. fields.Select(field => field.Key)] : [],
                Queues = Messages(QueuePolicy.Parser, root, file, "queues"),
                Agents = Messages(AgentProfile.Parser, root, file, "agents"),
            };
        }
        catch (DocumentException wrong)
        {
            throw CommandException.Of(wrong);
        }
    }

    /// <summary>A workspace's policy as the document wants it.</summary>
    /// <param name="present">As it is; changed and given back.</param>
    public WorkspacePolicy Over(WorkspacePolicy present)
    {
        foreach (var name in WorkspaceFields)
        {
            var field = WorkspacePolicy.Descriptor.Fields.InDeclarationOrder().Single(f => f.JsonName == name || f.Name == name);
            var wanted = field.Accessor.GetValue(Workspace);
            if (field.IsRepeated)
            {
                var list = (System.Collections.IList)field.Accessor.GetValue(present);
                list.Clear();
                foreach (var item in (System.Collections.IList)wanted)
                {
                    list.Add(item);
                }
            }
            else
            {
                field.Accessor.SetValue(present, wanted);
            }
        }

        return present;
    }

    private static JsonObject RootOf(string text, string file)
    {
        var root = DocumentFile.Parse(text, file) as JsonObject
            ?? throw new CommandException($"{file}: the document may be an object with {string.Join(", ", Parts)}.");
        foreach (var (name, value) in root)
        {
            if (!Parts.Contains(name))
            {
                throw new CommandException($"{file}: '{name}' is not known: there may be {string.Join(", ", Parts)}.");
            }

            if (name != "workspace" && value is not (null or JsonArray))
            {
                throw new CommandException($"{file}: {name} may be a list.");
            }
        }

        return root;
    }

    private static List<T> Messages<T>(MessageParser<T> parser, JsonObject root, string file, string part)
        where T : IMessage<T>, new() =>
        [.. (root[part]?.AsArray() ?? []).Select((item, index) => DocumentFile.Message(parser, item, file, $"{part}[{index}]"))];
}
