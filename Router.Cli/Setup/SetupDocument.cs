using System.Text.Json;
using System.Text.Json.Nodes;
using Google.Protobuf;
using Router.Cli.Connection;
using Router.V1;

namespace Router.Cli.Setup;

/// <summary>
/// What <c>router setup</c> puts: a JSON document with the contract's own messages under <c>workspace</c> (WorkspacePolicy), <c>queues</c>
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
            throw new CommandException($"The document cannot be read: {unreadable.Message}", unreadable);
        }
    }

    /// <summary>Reads a document.</summary>
    /// <param name="json">Its text.</param>
    /// <param name="file">Its name, for errors.</param>
    /// <exception cref="CommandException">It is not of this form; the message says where.</exception>
    public static SetupDocument Parse(string json, string file)
    {
        var root = RootOf(json, file);
        foreach (var (name, _) in root.Where(part => !Parts.Contains(part.Key)))
        {
            throw new CommandException($"{file}: '{name}' is not known: there may be {string.Join(", ", Parts)}.");
        }

        var workspace = root["workspace"];
        return new SetupDocument
        {
            Workspace = workspace is null ? null : Message(WorkspacePolicy.Parser, workspace, file, "workspace"),
            WorkspaceFields = workspace is JsonObject fields ? [.. fields.Select(field => field.Key)] : [],
            Queues = Messages(QueuePolicy.Parser, root, file, "queues"),
            Agents = Messages(AgentProfile.Parser, root, file, "agents"),
        };
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

    private static JsonObject RootOf(string json, string file)
    {
        try
        {
            return JsonNode.Parse(json) as JsonObject ?? throw new CommandException($"{file}: the document may be an object with {string.Join(", ", Parts)}.");
        }
        catch (JsonException malformed)
        {
            throw new CommandException($"{file}:{malformed.LineNumber + 1}: {malformed.Message}", malformed);
        }
    }

    private static List<T> Messages<T>(MessageParser<T> parser, JsonObject root, string file, string part)
        where T : IMessage<T> => root[part] switch
        {
            null => [],
            JsonArray list => [.. list.Select((item, index) => Message(parser, item, file, $"{part}[{index}]"))],
            _ => throw new CommandException($"{file}: {part} may be a list."),
        };

    private static T Message<T>(MessageParser<T> parser, JsonNode? node, string file, string where)
        where T : IMessage<T>
    {
        try
        {
            return parser.ParseJson(node?.ToJsonString() ?? "null");
        }
        catch (Exception wrong) when (wrong is InvalidJsonException or InvalidProtocolBufferException)
        {
            throw new CommandException($"{file}: {where}: {wrong.Message}", wrong);
        }
    }
}
