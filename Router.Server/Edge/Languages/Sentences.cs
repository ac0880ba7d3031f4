using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Router.Server.Edge.Languages;

/// <summary>
/// What is explained in one language: whole texts with named parts in braces, one or a form for each kind of number. A file of the folder
/// Texts, named by its language.
/// </summary>
internal sealed class Sentences
{
    private const char FirstStrongIsolate = '\u2068';
    private const char PopIsolate = '\u2069';
    private static readonly string[] RightToLeft = ["ar", "fa", "he", "ur", "yi"];
    private static readonly Lazy<LanguageTable<Sentences>> Loaded = new(Load);

    private readonly Dictionary<string, PluralForms> _texts;
    private readonly bool _isRightToLeft;

    private Sentences(string language, JsonElement file)
    {
        _isRightToLeft = RightToLeft.Contains(language.Split('-')[0]);
        _texts = file.EnumerateObject().ToDictionary(
            text => text.Name,
            text => new PluralForms(text.Value.ValueKind == JsonValueKind.String
                ? [KeyValuePair.Create("*", text.Value.GetString()!)]
                : text.Value.EnumerateObject().Select(form => KeyValuePair.Create(form.Name, form.Value.GetString()!))),
            StringComparer.Ordinal);
    }

    /// <summary>The languages that there are.</summary>
    public static LanguageTable<Sentences> All => Loaded.Value;

    /// <summary>Whether there is a text.</summary>
    /// <param name="key">Its key.</param>
    public bool Has(string key) => _texts.ContainsKey(key);

    /// <summary>A text.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="parts">What stands for the names in braces.</param>
    public string Of(string key, params ReadOnlySpan<(string Name, string Text)> parts) => Counted(key, 0, parts);

    /// <summary>A text in the form that a number takes.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="number">The number, which <c>{n}</c> stands for; 0 or above.</param>
    /// <param name="parts">What stands for the other names in braces.</param>
    public string Counted(string key, int number, params ReadOnlySpan<(string Name, string Text)> parts)
    {
        var text = new StringBuilder(_texts[key].Of(number));
        foreach (var (name, part) in parts)
        {
            text.Replace($"{{{name}}}", part);
        }

        return text.ToString();
    }

    /// <summary>A name or another word that may be of another script: it leaves the order of the words beside it alone.</summary>
    /// <param name="word">The word.</param>
    public string Own(string word) => _isRightToLeft ? $"{FirstStrongIsolate}{word}{PopIsolate}" : word;

    /// <summary>A language's name; its tag where it has none here, and for a region's own.</summary>
    /// <param name="tag">The tag.</param>
    public string Language(string tag) => Has($"language.{tag}") ? Of($"language.{tag}") : tag;

    /// <summary>A length of time as <c>22 s</c>, <c>14 min</c> or <c>2 h 5 min</c>: whole seconds under a minute, else whole minutes, else whole days.</summary>
    /// <param name="ms">In ms; below 0 is none.</param>
    public string Span(long ms)
    {
        var span = TimeSpan.FromMilliseconds(Math.Max(0, ms));
        return span switch
        {
            { TotalMinutes: < 1 } => Counted("seconds", span.Seconds),
            { TotalHours: < 1 } => Counted("minutes", span.Minutes),
            { TotalDays: < 2 } => Of("hours", ("hours", Text((int)span.TotalHours)), ("minutes", Text(span.Minutes))),
            _ => Counted("days", (int)span.TotalDays),
        };
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static LanguageTable<Sentences> Load()
    {
        var table = new LanguageTable<Sentences>();
        var assembly = typeof(Sentences).Assembly;
        var prefix = $"{typeof(Sentences).Namespace}.Texts.";
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith(prefix, StringComparison.Ordinal)))
        {
            var language = name[prefix.Length..^".json".Length];
            using var stream = assembly.GetManifestResourceStream(name)!;
            using var file = JsonDocument.Parse(stream);
            table.Add(language, new Sentences(language, file.RootElement));
        }

        return table;
    }
}
