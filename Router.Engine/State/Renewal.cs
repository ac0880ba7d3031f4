using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using Router.Engine.Records;

namespace Router.Engine.State;

/// <summary>Open tickets that the policy in force has yet to reach, and what is saved of that.</summary>
internal sealed class Renewal
{
    private static readonly Comparer<Entry> LatestFirst = Comparer<Entry>.Create((left, right) => right.Counter.CompareTo(left.Counter));

    /// <summary>The last is the next one.</summary>
    private readonly List<Entry> _left = [];

    public Renewal(RenewalRecord record, IReadOnlyCollection<Ticket> open)
    {
        Record = record;
        var keys = new List<long>(open.Count);
        foreach (var ticket in open)
        {
            if (IsMeant(ticket))
            {
                keys.Add(-ticket.Counter);
                _left.Add(new(ticket.Counter, ticket));
            }
        }

        CollectionsMarshal.AsSpan(keys).Sort(CollectionsMarshal.AsSpan(_left));
    }

    public RenewalRecord Record { get; set; }

    /// <summary>The next one that is open still.</summary>
    public bool TryNext([NotNullWhen(true)] out Ticket? ticket)
    {
        while (_left.Count > 0)
        {
            var (counter, next) = _left[^1];
            _left.RemoveAt(_left.Count - 1);
            if (next.Counter == counter)
            {
                ticket = next;
                return true;
            }
        }

        ticket = null;
        return false;
    }

    /// <summary>A ticket that was closed is open again.</summary>
    public void Include(Ticket ticket)
    {
        if (!IsMeant(ticket))
        {
            return;
        }

        var entry = new Entry(ticket.Counter, ticket);
        var at = _left.BinarySearch(entry, LatestFirst);
        if (at < 0)
        {
            _left.Insert(~at, entry);
        }
        else
        {
            _left[at] = entry;
        }
    }

    private bool IsMeant(Ticket ticket) => ticket.Counter > Record.After && ticket.Counter <= Record.Last;

    /// <summary>A ticket that is closed may become another one, of another counter.</summary>
    private readonly record struct Entry(long Counter, Ticket Ticket);
}
