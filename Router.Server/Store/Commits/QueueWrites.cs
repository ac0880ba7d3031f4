using Router.Engine.Records;
using Router.Engine.Tickets;

namespace Router.Server.Store.Commits;

/// <summary>The queues in plain sight: a ticket is written when it begins to wait, and once more when it no longer does.</summary>
internal sealed class QueueWrites
{
    private readonly WorkspaceKeys _keys;
    private readonly Dictionary<string, Place> _waiting = [];
    private readonly Dictionary<string, Moves> _queues = [];

    /// <param name="keys">The workspace's keys.</param>
    /// <param name="saved">The open tickets, as their queues hold them.</param>
    public QueueWrites(WorkspaceKeys keys, IEnumerable<TicketRecord> saved)
    {
        _keys = keys;
        foreach (var ticket in saved)
        {
            if (Waits(ticket))
            {
                _waiting.Add(ticket.Id, Place.Of(ticket));
            }
        }
    }

    /// <summary>Whether a ticket is in its queue.</summary>
    public static bool Waits(TicketRecord ticket) => ticket.State is TicketState.Queued or TicketState.Offered;

    public void Write(WriteList writes, IReadOnlyList<TicketRecord> changed)
    {
        foreach (var ticket in changed)
        {
            Move(ticket);
        }

        foreach (var (queue, moves) in _queues)
        {
            WriteGone(writes, queue, moves.Gone);
            WriteCome(writes, queue, moves.Come);
            moves.Gone.Clear();
            moves.Come.Clear();
        }
    }

    private void Move(TicketRecord ticket)
    {
        Place? now = Waits(ticket) ? Place.Of(ticket) : null;
        Place? before = _waiting.TryGetValue(ticket.Id, out var place) ? place : null;
        if (before is { } left && left.Queue != now?.Queue)
        {
            _waiting.Remove(ticket.Id);
            MovesOf(left.Queue).Gone.Add(ticket);
        }

        if (now is { } taken && taken != before)
        {
            _waiting[ticket.Id] = taken;
            MovesOf(taken.Queue).Come.Add(ticket);
        }
    }

    private Moves MovesOf(string queue)
    {
        if (!_queues.TryGetValue(queue, out var moves))
        {
            moves = new Moves([], []);
            _queues.Add(queue, moves);
        }

        return moves;
    }

    private void WriteGone(WriteList writes, string queue, List<TicketRecord> gone)
    {
        if (gone.Count == 0)
        {
            return;
        }

        writes.Begin("ZREM", _keys.Queue(queue));
        foreach (var ticket in gone)
        {
            writes.Next().Text(ticket.Id);
        }

        writes.End();
    }

    private void WriteCome(WriteList writes, string queue, List<TicketRecord> come)
    {
        if (come.Count == 0)
        {
            return;
        }

        writes.Begin("ZADD", _keys.Queue(queue));
        foreach (var ticket in come)
        {
            writes.Next().Digits(ticket.DueAt);
            writes.Next().Text(ticket.Id);
        }

        writes.End();
    }

    private readonly record struct Place(string Queue, long DueAt)
    {
        public static Place Of(TicketRecord ticket) => new(ticket.Content.Queue, ticket.DueAt);
    }

    private sealed record Moves(List<TicketRecord> Gone, List<TicketRecord> Come);
}
