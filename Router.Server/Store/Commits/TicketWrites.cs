using Router.Engine.Events;
using Router.Engine.Records;
using Router.Server.Store.Codecs;
using Router.Server.Store.V1;

namespace Router.Server.Store.Commits;

/// <summary>The writes that tickets cause: open ones, closed ones by day, customers.</summary>
internal sealed class TicketWrites(WorkspaceKeys keys, long lastTicket)
{
    private readonly List<TicketRecord> _new = [];
    private readonly HashSet<string> _entered = [];
    private long _lastTicket = lastTicket;
    private readonly Dictionary<long, List<TicketRecord>> _closed = [];

    public void Write(WriteList writes, BatchContents contents)
    {
        var changes = contents.Changes;
        if (changes.Tickets.Count == 0)
        {
            return;
        }

        foreach (var fact in changes.Facts)
        {
            if (fact is TicketReopened reopened)
            {
                writes.Begin("HDEL", keys.Closed(WorkspaceKeys.Day(reopened.ClosedAt)));
                writes.Next().Text(reopened.TicketId);
                writes.End();
            }

            if (fact is TicketEntered or TicketScheduled or DeclinedOften or TicketChanged)
            {
                _entered.Add(((TicketFact)fact).TicketId);
            }
        }

        Sort(changes.Tickets);
        WriteOpen(writes, changes.Tickets);
        WriteContents(writes);
        WriteClosed(writes, contents);
        _closed.Clear();
        _new.Clear();
        _entered.Clear();
        _lastTicket = changes.Meta.LastTicket;
    }

    private void Sort(IReadOnlyList<TicketRecord> tickets)
    {
        foreach (var ticket in tickets)
        {
            if (!ticket.IsClosed)
            {
                // What it asks for may be another each time it enters, or when it is declined too often.
                if (ticket.Counter > _lastTicket || _entered.Contains(ticket.Id))
                {
                    _new.Add(ticket);
                }
            }
            else
            {
                var day = ticket.StateSince / TimeSpan.MillisecondsPerDay;
                if (!_closed.TryGetValue(day, out var closed))
                {
                    closed = [];
                    _closed.Add(day, closed);
                }

                closed.Add(ticket);
            }
        }
    }

    private void WriteOpen(WriteList writes, IReadOnlyList<TicketRecord> tickets)
    {
        var closed = _closed.Values.Sum(c => c.Count);
        if (closed < tickets.Count)
        {
            writes.Begin("HSET", keys.Tickets);
            foreach (var ticket in tickets)
            {
                if (!ticket.IsClosed)
                {
                    writes.Next().Text(ticket.Id);
                    writes.Next().Message(ticket, TicketCodec.Write);
                }
            }

            writes.End();
        }

        if (closed > 0)
        {
            DeleteClosed(writes, keys.Tickets);
            DeleteClosed(writes, keys.Contents);
        }
    }

    private void DeleteClosed(WriteList writes, string key)
    {
        writes.Begin("HDEL", key);
        foreach (var ticket in _closed.Values.SelectMany(c => c))
        {
            writes.Next().Text(ticket.Id);
        }

        writes.End();
    }

    private void WriteContents(WriteList writes)
    {
        if (_new.Count == 0)
        {
            return;
        }

        writes.Begin("HSET", keys.Contents);
        foreach (var ticket in _new)
        {
            writes.Next().Text(ticket.Id);
            writes.Next().Message(ticket, TicketCodec.WriteOrigin);
        }

        writes.End();
    }

    private void WriteClosed(WriteList writes, BatchContents contents)
    {
        var realNow = contents.RealNow;
        foreach (var (day, closed) in _closed)
        {
            var name = WorkspaceKeys.Day(day * TimeSpan.MillisecondsPerDay);
            writes.Begin("HSET", keys.Closed(name));
            foreach (var ticket in closed)
            {
                writes.Next().Text(ticket.Id);
                writes.Next().Message(ticket, TicketCodec.WriteWhole);
            }

            writes.End();
            writes.Expire(keys.Closed(name), Lifetimes.Closed);
            WriteClosings(writes, keys.Closings(name), contents.Sequence, closed);
            writes.Begin("ZADD", keys.ClosedDays);
            writes.Next().Digits(realNow + (long)Lifetimes.Closed.TotalMilliseconds);
            writes.Next().Text(name);
            writes.End();
            WriteCustomers(writes, closed);
        }

        if (_closed.Count > 0)
        {
            writes.Begin("ZREMRANGEBYSCORE", keys.ClosedDays);
            writes.Next().Digits(realNow);
            writes.End();
        }
    }

    private static void WriteClosings(WriteList writes, string key, long sequence, List<TicketRecord> closed)
    {
        writes.Begin("XADD", key);
        writes.Next().Text($"{sequence}-0");
        writes.Next().Text(ClosingCodec.Field);
        writes.Next().Message(closed.OrderBy(t => t.StateSince).ThenBy(t => t.Counter), ClosingCodec.Write);
        writes.End();
        writes.Expire(key, Lifetimes.Closed);
    }

    private void WriteCustomers(WriteList writes, List<TicketRecord> closed)
    {
        if (!closed.Exists(t => t.Content.CustomerId.Length > 0))
        {
            return;
        }

        writes.Begin("HSET", keys.Customers);
        foreach (var ticket in closed)
        {
            if (ticket.Content.CustomerId.Length > 0)
            {
                writes.Next().Text(CustomerSlots.Field(ticket.Content.CustomerId, ticket.Counter));
                writes.Next().Message(new StoredCustomerTicket
                {
                    TicketId = ticket.Id,
                    AgentId = ticket.AgentId,
                    Language = ticket.Content.FirstLanguage,
                    At = ticket.StateSince,
                });
            }
        }

        writes.End();
    }
}
