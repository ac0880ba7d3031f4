namespace Router.Server.Edge.Languages;

/// <summary>Something that there is in several languages, by their tags. English is one of them.</summary>
/// <typeparam name="T">What.</typeparam>
internal sealed class LanguageTable<T>
    where T : class
{
    /// <summary>What is used where there is no better language.</summary>
    public const string English = "en";

    private readonly Dictionary<string, T> _byTag = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The tags.</summary>
    public IEnumerable<string> Tags => _byTag.Keys;

    /// <summary>Adds a language.</summary>
    /// <param name="tag">Its tag.</param>
    /// <param name="value">What there is in it.</param>
    public void Add(string tag, T value) => _byTag.Add(tag, value);

    /// <summary>The first language of a list that there is, else English. As RFC 4647 looks up: <c>pt</c> serves <c>pt-BR</c>.</summary>
    /// <param name="tags">The languages; empty ones are passed over.</param>
    public T Of(params ReadOnlySpan<string> tags)
    {
        foreach (var wanted in tags)
        {
            for (var tag = wanted; tag.Length > 0; tag = tag[..Math.Max(0, tag.LastIndexOf('-'))])
            {
                if (_byTag.TryGetValue(tag, out var found))
                {
                    return found;
                }
            }
        }

        return _byTag[English];
    }
}
