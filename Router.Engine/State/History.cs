using Router.Engine.Events;

namespace Router.Engine.State;

/// <summary>The last hundred things that happened to a ticket, the first one always among them.</summary>
internal static class History
{
    public const int MostEntries = 100;

    private const int FirstRoom = 6;

    /// <summary>A history with one more entry. The one before keeps what it says; only the latest one may be added to.</summary>
    public static ArraySegment<HistoryEntry> With(ArraySegment<HistoryEntry> entries, HistoryEntry entry)
    {
        var room = entries.Array!;
        var count = entries.Count;
        if (count == MostEntries)
        {
            room = [entries[0], .. entries[2..]];
            count--;
        }

        if (count == room.Length)
        {
            Array.Resize(ref room, Math.Clamp(2 * count, FirstRoom, MostEntries));
        }

        room[count] = entry;
        return new(room, 0, count + 1);
    }
}
