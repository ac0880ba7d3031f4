using System.Text.Json.Nodes;
using Google.Protobuf;

namespace Router.Server.Edge.Supervision;

/// <summary>Compares two policies field by field. Elements of a list that have names are the same when their names are.</summary>
internal static class PolicyDiff
{
    /// <summary>What an element of a list may be named by.</summary>
    private static readonly string[] Names = ["name", "code", "channel", "skill"];

    private static readonly JsonFormatter Formatter = new(JsonFormatter.Settings.Default.WithPreserveProtoFieldNames(true));

    /// <summary>The places in which they differ, in the order of the first.</summary>
    /// <param name="before">The one.</param>
    /// <param name="after">The other.</param>
    public static IEnumerable<V1.PolicyDifference> Between(V1.Policy before, V1.Policy after)
    {
        var differences = new List<V1.PolicyDifference>();
        Compare("", Content(before), Content(after), differences);
        return differences;
    }

    private static JsonNode Content(V1.Policy policy)
    {
        var content = policy.Clone();
        content.Version = 0;
        return JsonNode.Parse(Formatter.Format(content))!;
    }

    private static void Compare(string path, JsonNode? before, JsonNode? after, List<V1.PolicyDifference> differences)
    {
        if (JsonNode.DeepEquals(before, after))
        {
            return;
        }

        switch (before, after)
        {
            case (JsonObject left, JsonObject right):
                CompareParts(path, Fields(left), Fields(right), (at, name) => at.Length == 0 ? name : $"{at}.{name}", differences);
                break;
            case (JsonArray left, JsonArray right):
                CompareParts(path, Elements(left), Elements(right), (at, name) => $"{at}[{name}]", differences);
                break;
            default:
                differences.Add(new() { Path = path, Before = before?.ToJsonString() ?? "", After = after?.ToJsonString() ?? "" });
                break;
        }
    }

    private static void CompareParts(
        string path,
        List<KeyValuePair<string, JsonNode?>> before,
        List<KeyValuePair<string, JsonNode?>> after,
        Func<string, string, string> within,
        List<V1.PolicyDifference> differences)
    {
        var others = after.ToDictionary(p => p.Key, p => p.Value, StringComparer.Ordinal);
        foreach (var (name, part) in before)
        {
            others.Remove(name, out var other);
            Compare(within(path, name), part, other, differences);
        }

        foreach (var (name, part) in after.Where(p => others.ContainsKey(p.Key)))
        {
            Compare(within(path, name), null, part, differences);
        }
    }

    private static List<KeyValuePair<string, JsonNode?>> Fields(JsonObject of) => [.. of];

    private static List<KeyValuePair<string, JsonNode?>> Elements(JsonArray of)
    {
        var named = of.Select(e => (Name: NameOf(e), Element: e)).ToList();
        return named.Exists(e => e.Name is null) || named.DistinctBy(e => e.Name).Count() < named.Count
            ? [.. named.Select((e, i) => KeyValuePair.Create($"{i}", e.Element))]
            : [.. named.Select(e => KeyValuePair.Create(e.Name!, e.Element))];
    }

    private static string? NameOf(JsonNode? element) =>
        element is JsonObject fields ? Names.Select(n => (string?)fields[n]).FirstOrDefault(n => n is not null) : null;
}
