using System.Globalization;
using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Router.Documents;

/// <summary>YAML as the JSON it stands for. What is in quotes is text; the rest may be a number, true, false or null.</summary>
internal static class YamlTree
{
    /// <summary>More than any document has; aliases of aliases reach it soon.</summary>
    private const int MostNodes = 200_000;

    /// <summary>Reads a document.</summary>
    /// <param name="text">Its text.</param>
    /// <param name="file">The file's name, for errors.</param>
    /// <exception cref="DocumentException">It is not YAML, or more than one document.</exception>
    public static JsonNode? Parse(string text, string file)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(text));
        }
        catch (YamlException malformed)
        {
            throw new DocumentException($"{file}:{malformed.Start.Line}: {malformed.Message}", malformed);
        }

        if (stream.Documents.Count != 1)
        {
            throw new DocumentException($"{file}: it may hold one document and holds {stream.Documents.Count}.");
        }

        var left = MostNodes;
        return Of(stream.Documents[0].RootNode, file, ref left);
    }

    private static JsonNode? Of(YamlNode node, string file, ref int left)
    {
        if (--left < 0)
        {
            throw new DocumentException($"{file}: it has more than {MostNodes} parts.");
        }

        switch (node)
        {
            case YamlMappingNode mapping:
                var fields = new JsonObject();
                foreach (var (name, value) in mapping.Children)
                {
                    fields[(name as YamlScalarNode)?.Value ?? ""] = Of(value, file, ref left);
                }

                return fields;
            case YamlSequenceNode sequence:
                var list = new JsonArray();
                foreach (var item in sequence.Children)
                {
                    list.Add(Of(item, file, ref left));
                }

                return list;
            default:
                return Of((YamlScalarNode)node);
        }
    }

    private static JsonValue? Of(YamlScalarNode scalar)
    {
        var text = scalar.Value ?? "";
        if (scalar.Style != ScalarStyle.Plain)
        {
            return JsonValue.Create(text);
        }

        return text switch
        {
            "" or "~" or "null" => null,
            "true" => JsonValue.Create(true),
            "false" => JsonValue.Create(false),
            _ when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) => JsonValue.Create(whole),
            _ when double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) =>
                JsonValue.Create(number),
            _ => JsonValue.Create(text),
        };
    }
}
