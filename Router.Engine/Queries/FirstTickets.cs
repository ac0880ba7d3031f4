using Router.Engine.State;

namespace Router.Engine.Queries;

/// <summary>Keeps the first of many tickets in order, without sorting them all.</summary>
internal sealed class FirstTickets(int most)
{
    /// <summary>The last of those kept on top.</summary>
    private readonly PriorityQueue<Ticket, TicketKey> _kept = new(Comparer<TicketKey>.Create((left, right) => right.CompareTo(left)));

    /// <summary>Keeps a ticket if it is among the first.</summary>
    /// <returns>Whether it is: of tickets that come in order, none behind one that is not is either.</returns>
    public bool Offer(Ticket ticket, TicketKey key)
    {
        if (_kept.Count < most)
        {
            _kept.Enqueue(ticket, key);
            return true;
        }

        if (!_kept.TryPeek(out _, out var last) || key.CompareTo(last) > 0)
        {
            return false;
        }

        _kept.EnqueueDequeue(ticket, key);
        return true;
    }

    public List<Ticket> InOrder()
    {
        var first = new List<Ticket>(_kept.Count);
        while (_kept.TryDequeue(out var ticket, out _))
        {
            first.Add(ticket);
        }

        first.Reverse();
        return first;
    }
}
