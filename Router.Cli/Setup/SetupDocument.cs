using System.Collections;
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

    /// <summary>The fields of <see cref="Workspace"/> that the document names.</summary>
    public IReadOnlyList<string> WorkspaceFields { get; private init; } = [];

    /// <summary>Queues to put.</summary>
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

    /// <summary>A policy with what the document says.</summary>
    /// <param name="present">The policy as it is.</param>
    /// <returns>Another one, with all that is there beside it. Its first queues are those of the document, in their order.</returns>
    public Policy Over(Policy present)
    {
        var wanted = present.Clone();
        wanted.Workspace ??= new WorkspacePolicy();
        foreach (var name in WorkspaceFields)
        {
            var field = WorkspacePolicy.Descriptor.Fields.InDeclarationOrder().Single(f => f.JsonName == name || f.Name == name);
            var value = field.Accessor.GetValue(Workspace);
            if (field.IsRepeated)
            {
                Put((IList)value, (IList)field.Accessor.GetValue(wanted.Workspace));
            }
            else
            {
                field.Accessor.SetValue(wanted.Workspace, value);
            }
        }

        wanted.Queues.Clear();
        wanted.Queues.Add(Queues);
        wanted.Queues.Add(present.Queues.Where(queue => Queues.All(q => q.Name != queue.Name)));
        return wanted;
    }

    private static void Put(IList elements, IList into)
    {
        foreach (var element in elements)
        {
            var index = into.Cast<object>().ToList().FindIndex(other => KeyOf(other).Equals(KeyOf(element)));
            if (index < 0)
            {
                into.Add(element);
            }
            else
            {
                into[index] = element;
            }
        }
    }

    private static object KeyOf(object element) => element switch
    {
        ChannelPolicy channel => channel.Name,
        SkillDefinition skill => skill.Name,
        AwayReason reason => reason.Code,
        _ => element,
    };

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
