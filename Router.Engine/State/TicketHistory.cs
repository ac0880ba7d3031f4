using Router.Engine.Events;

namespace Router.Engine.State;

/// <summary>The last hundred things that happened to a ticket, the first one always among them. That one stands in the ticket itself: while it waits there is no other.</summary>
internal struct TicketHistory
{
    public const int MostEntries = 100;

    /// <summary>With a promise and wrap-up a ticket that is completed has six.</summary>
    private const int FirstRoom = 6;

    private HistoryEntry _first;
    private HistoryEntry[]? _entries;
    private int _count;

    /// <summary>Oldest first. They stay as they are when others are added.</summary>
    public readonly ArraySegment<HistoryEntry> Entries => _count switch
    {
        0 => ArraySegment<HistoryEntry>.Empty,
        1 => (HistoryEntry[])[_first],
        _ => new(_entries!, 0, _count),
    };

    public void Add(in HistoryEntry entry)
    {
        if (_count == 0)
        {
            _first = entry;
            _count = 1;
            return;
        }

        if (_entries is null)
        {
            _entries = new HistoryEntry[FirstRoom];
            _entries[0] = _first;
        }
        else if (_count == MostEntries)
        {
            _entries = [_entries[0], .. _entries.AsSpan(2)];
            _count--;
        }

        if (_count == _entries.Length)
        {
            Array.Resize(ref _entries, Math.Min(2 * _count, MostEntries));
        }

        _entries[_count++] = entry;
    }
}
