using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Router.Engine.Events;
using Router.Engine.Policies;

namespace Router.Engine.Properties.Drawing;

/// <summary>A scenario as it went, for reading: each command with its facts, without what is empty.</summary>
internal sealed class PlayLog(long begin)
{
    private static readonly string[] LeftOut = ["Content", "Kind", "Source", "Number", "FirstLanguage", "Told", "AgeMs", "PolicyVersion", "CreatedAt"];
    private static readonly JsonSerializerOptions BriefJson = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault };
    private readonly StringBuilder _text = new();

    public void Write(long at, object what, Outcome? outcome, IEnumerable<Fact> facts)
    {
        var end = outcome is { IsRefused: true } refused ? $" → {refused.Reason}" : "";
        _text.AppendLine($"{(at - begin) / 1_000.0} {Describe(what)}{end}");
        foreach (var fact in facts)
        {
            _text.AppendLine($"    {Describe(fact)}");
        }
    }

    public override string ToString() => _text.ToString();

    private string Describe(object what)
    {
        what = what switch
        {
            Commands.ChangePolicy change => change.Change(new WorkspacePolicy()),
            Input.Told told => told.Command,
            _ => what,
        };
        var node = JsonSerializer.SerializeToNode(what, what.GetType(), BriefJson)!.AsObject();
        if (what is Commands.Submit)
        {
            node = node["Content"]!.DeepClone().AsObject();
        }

        return $"{what.GetType().Name} {string.Join(", ", node.Where(IsTold).Select(p => $"{p.Key} {Value(p)}"))}";
    }

    private static bool IsTold(KeyValuePair<string, JsonNode?> property) =>
        !LeftOut.Contains(property.Key) && property.Value?.ToJsonString() is not (null or "\"\"" or "0" or "false" or "[]" or "{}");

    private string Value(KeyValuePair<string, JsonNode?> property) =>
        property.Value is JsonValue value && value.TryGetValue<long>(out var number) && number >= begin
            ? $"@{(number - begin) / 1_000.0}"
            : property.Value!.ToJsonString();
}
