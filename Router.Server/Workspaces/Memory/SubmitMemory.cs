using Router.Engine.Records;
using Router.Server.Store;
using Router.Server.Store.Commits;

namespace Router.Server.Workspaces.Memory;

/// <summary>
/// Which ticket a source and external id are: for a day, and as long as the ticket is open. Holds what is saved and what is about to be.
/// </summary>
internal sealed class SubmitMemory
{
    private const long HourMs = 3_600_000;

    /// <summary>Most entries looked at in one call of <see cref="Forget"/>.</summary>
    private const int MostForgotten = 2_000;

    private readonly Dictionary<UInt128, Entry> _entries = [];
    private readonly Queue<(long Hour, Queue<UInt128> Keys)> _hours = [];
    private Queue<UInt128> _lastHour = [];
    private long _hour = long.MinValue;

    /// <summary>Goes on with what was saved.</summary>
    /// <param name="kept">Submits of the last day.</param>
    /// <param name="tickets">Open tickets: those of older submits are remembered too.</param>
    /// <param name="realNow">Real time, ms since 1970.</param>
    public SubmitMemory(IEnumerable<KeptSubmit> kept, IEnumerable<TicketRecord> tickets, long realNow)
    {
        // The same twice: forgotten here and submitted anew while Redis, by its own clock, still had the first.
        foreach (var submit in kept.OrderByDescending(s => s.At).DistinctBy(s => s.Key).Reverse())
        {
            Add(submit.Key, new(submit.TicketId, ContentGroups.Read(submit.ContentHash.Span)), submit.At);
        }

        foreach (var ticket in tickets)
        {
            var key = SubmitKey.Of(ticket.Content.Source, ticket.Content.ExternalId);
            if (!_entries.ContainsKey(key))
            {
                Add(key, new(ticket.Id, ContentGroups.Of(ticket)), realNow);
            }
        }
    }

    /// <summary>The ticket of a key, if it was submitted.</summary>
    public Entry? Find(UInt128 key) => _entries.TryGetValue(key, out var entry) ? entry : null;

    /// <summary>Remembers a submit.</summary>
    /// <returns>What is to be saved of it.</returns>
    public KeptSubmit Remember(UInt128 key, string ticketId, ContentGroups content, long realNow)
    {
        Add(key, new(ticketId, content), realNow);
        return new(key, ticketId, content.ToBytes(), realNow);
    }

    /// <summary>Forgets some of what is older than a day, unless its ticket is open.</summary>
    /// <param name="realNow">Real time, ms since 1970.</param>
    /// <param name="isOpen">Whether a ticket is open.</param>
    public void Forget(long realNow, Func<string, bool> isOpen)
    {
        var oldest = (realNow - (long)Lifetimes.Submitted.TotalMilliseconds) / HourMs;
        for (var looked = 0; looked < MostForgotten && _hours.TryPeek(out var hour) && hour.Hour < oldest; looked++)
        {
            if (!hour.Keys.TryDequeue(out var key))
            {
                _hours.Dequeue();
            }
            else if (!isOpen(_entries[key].TicketId))
            {
                _entries.Remove(key);
            }
            else
            {
                Note(key, realNow);
            }
        }
    }

    private void Add(UInt128 key, Entry entry, long realMs)
    {
        _entries[key] = entry;
        Note(key, realMs);
    }

    private void Note(UInt128 key, long realMs)
    {
        var hour = realMs / HourMs;
        if (hour > _hour)
        {
            _hour = hour;
            _lastHour = new();
            _hours.Enqueue((hour, _lastHour));
        }

        _lastHour.Enqueue(key);
    }

    /// <summary>A submit that made a ticket.</summary>
    /// <param name="TicketId">The ticket.</param>
    /// <param name="Content">What it was submitted with.</param>
    public readonly record struct Entry(string TicketId, ContentGroups Content);
}
