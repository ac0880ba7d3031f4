using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Router.Cli.Journals;

/// <summary>How a journal is written: one JSON object a line.</summary>
internal static class JournalFormat
{
    /// <summary>The ending of a journal's name.</summary>
    public const string Ending = ".jsonl";

    /// <summary>How a line is written and read.</summary>
    public static readonly JsonSerializerOptions Json = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}
