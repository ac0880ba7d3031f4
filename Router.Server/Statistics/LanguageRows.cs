using Router.Engine;

namespace Router.Server.Statistics;

/// <summary>
/// Which languages of a queue have rows of their own: those that have waits of their own there, and others while they are few. Adapters
/// may send any number of tags, and every row takes memory and is saved.
/// </summary>
/// <param name="engine">The workspace's.</param>
internal sealed class LanguageRows(WorkspaceEngine engine)
{
    /// <summary>The row of all other languages: BCP 47's word for several.</summary>
    public const string Others = "mul";

    /// <summary>With so many rows, a language of a queue gets no further one unless it has waits of its own: at most so many have.</summary>
    public const int Few = 100;

    private readonly Dictionary<string, HashSet<string>> _own = [];

    /// <summary>Takes a row that was saved.</summary>
    /// <param name="key">The row.</param>
    public void Take(TallyKey key)
    {
        if (key.Span != TallySpan.AgentHour)
        {
            RowOf(key.Name, key.Language);
        }
    }

    /// <summary>The language under which a ticket counts.</summary>
    /// <param name="queue">The queue.</param>
    /// <param name="language">The ticket's first language, or empty.</param>
    public string RowOf(string queue, string language)
    {
        if (language.Length == 0)
        {
            return language;
        }

        if (!_own.TryGetValue(queue, out var own))
        {
            _own.Add(queue, own = [.. engine.WaitLanguages(queue)]);
        }

        if (own.Contains(language))
        {
            return language;
        }

        return (own.Count < Few || engine.WaitLanguages(queue).Contains(language)) && own.Add(language) ? language : Others;
    }
}
