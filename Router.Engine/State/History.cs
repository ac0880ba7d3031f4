using Router.Engine.Events;

namespace Router.Engine.State;

/// <summary>The last hundred things that happened to a ticket, the first one always among them.</summary>
internal sealed class History
{
    public const int MostEntries = 100;

    private readonly List<HistoryEntry> _entries = new(4);

    public IReadOnlyList<HistoryEntry> Entries => _entries;

    /// <summary>As it is now, for what is saved.</summary>
    public HistoryEntry[] ToArray() => [.. _entries];

    public void Add(HistoryEntry entry)
    {
        if (_entries.Count == MostEntries)
        {
            _entries.RemoveAt(1);
        }

        _entries.Add(entry);
    }
}
