using System.Runtime.InteropServices;
using Router.Engine.Records;

namespace Router.Engine.State;

/// <summary>Open tickets that the policy in force has yet to reach, and what is saved of that.</summary>
internal sealed class Renewal
{
    private static readonly Comparer<Ticket> LatestFirst = Comparer<Ticket>.Create((left, right) => right.Counter.CompareTo(left.Counter));

    /// <summary>The last is the next one.</summary>
    private readonly List<Ticket> _left = [];

    public Renewal(RenewalRecord record, IReadOnlyCollection<Ticket> open)
    {
        Record = record;
        var keys = new List<long>(open.Count);
        foreach (var ticket in open)
        {
            if (IsMeant(ticket))
            {
                keys.Add(-ticket.Counter);
                _left.Add(ticket);
            }
        }

        CollectionsMarshal.AsSpan(keys).Sort(CollectionsMarshal.AsSpan(_left));
    }

    public RenewalRecord Record { get; set; }

    public bool TryNext(out Ticket ticket)
    {
        ticket = _left.Count > 0 ? _left[^1] : null!;
        if (ticket is null)
        {
            return false;
        }

        _left.RemoveAt(_left.Count - 1);
        return true;
    }

    /// <summary>A ticket that was closed is open again.</summary>
    public void Include(Ticket ticket)
    {
        if (!IsMeant(ticket))
        {
            return;
        }

        var at = _left.BinarySearch(ticket, LatestFirst);
        if (at < 0)
        {
            _left.Insert(~at, ticket);
        }
        else
        {
            _left[at] = ticket;
        }
    }

    private bool IsMeant(Ticket ticket) => ticket.Counter > Record.After && ticket.Counter <= Record.Last;
}
