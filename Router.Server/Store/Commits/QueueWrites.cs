using Router.Engine.Records;
using Router.Engine.Tickets;

namespace Router.Server.Store.Commits;

/// <summary>The queues in plain sight: a ticket is written when it begins to wait, and once more when it no longer does.</summary>
internal sealed class QueueWrites
{
    private readonly WorkspaceKeys _keys;
    private readonly Dictionary<string, Place> _waiting = [];
    private readonly Dictionary<string, Moves> _queues = [];
    private readonly List<Moves> _moved = [];

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

        foreach (var moves in _moved)
        {
            WriteGone(writes, moves);
            WriteCome(writes, moves);
            moves.Clear();
        }

        _moved.Clear();
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

    // A batch must not cost what there are queues: those that it moves tickets of are noted.
    private Moves MovesOf(string queue)
    {
        if (!_queues.TryGetValue(queue, out var moves))
        {
            moves = new Moves(queue);
            _queues.Add(queue, moves);
        }

        if (moves.IsEmpty)
        {
            _moved.Add(moves);
        }

        return moves;
    }

    private void WriteGone(WriteList writes, Moves moves)
    {
        if (moves.Gone.Count == 0)
        {
            return;
        }

        writes.Begin("ZREM", _keys.Queue(moves.Queue));
        foreach (var ticket in moves.Gone)
        {
            writes.Next().Text(ticket.Id);
        }

        writes.End();
    }

    private void WriteCome(WriteList writes, Moves moves)
    {
        if (moves.Come.Count == 0)
        {
            return;
        }

        writes.Begin("ZADD", _keys.Queue(moves.Queue));
        foreach (var ticket in moves.Come)
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

    private sealed class Moves(string queue)
    {
        public string Queue { get; } = queue;

        public List<TicketRecord> Gone { get; } = [];

        public List<TicketRecord> Come { get; } = [];

        public bool IsEmpty => Gone.Count == 0 && Come.Count == 0;

        public void Clear()
        {
            Gone.Clear();
            Come.Clear();
        }
    }
}
