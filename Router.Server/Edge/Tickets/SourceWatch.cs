using System.Threading.Channels;
using Router.Engine.Records;

namespace Router.Server.Edge.Tickets;

/// <summary>
/// One who watches all tickets of a source. Kept for him is which tickets have changed, each once however often it did: as they are now he reads
/// himself. Only of those that are over the last state is kept, as the engine has them no longer.
/// </summary>
/// <param name="source">The source.</param>
internal sealed class SourceWatch(string source)
{
    /// <summary>Tickets that are over and not yet told: with one more he is too slow.</summary>
    public const int MostClosed = 10_000;

    private readonly Channel<bool> _bell = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly Lock _lock = new();
    private readonly Queue<string> _order = [];
    private readonly Dictionary<string, TicketRecord?> _changed = new(StringComparer.Ordinal);
    private int _closed;
    private volatile bool _isTooSlow;
    private int _placesDue;

    /// <summary>The source watched.</summary>
    public string Source => source;

    /// <summary>He did not keep up, and not all that happened is known any more.</summary>
    public bool IsTooSlow => _isTooSlow;

    /// <summary>A ticket of the source has changed.</summary>
    /// <param name="ticket">As it is now.</param>
    public void Changed(TicketRecord ticket)
    {
        lock (_lock)
        {
            if (_isTooSlow)
            {
                return;
            }

            if (!_changed.TryGetValue(ticket.Id, out var before))
            {
                _order.Enqueue(ticket.Id);
            }

            _closed += (ticket.IsClosed ? 1 : 0) - (before is null ? 0 : 1);
            _changed[ticket.Id] = ticket.IsClosed ? ticket : null;
            if (_closed > MostClosed)
            {
                _isTooSlow = true;
                _order.Clear();
                _changed.Clear();
            }
        }

        _bell.Writer.TryWrite(true);
    }

    /// <summary>The places of those that wait may have changed.</summary>
    public void PlacesDue()
    {
        Volatile.Write(ref _placesDue, 1);
        _bell.Writer.TryWrite(true);
    }

    /// <summary>Whether <see cref="PlacesDue"/> was called since this was last asked.</summary>
    public bool TakePlacesDue() => Interlocked.Exchange(ref _placesDue, 0) == 1;

    /// <summary>Takes tickets that have changed, those first that have waited longest for it.</summary>
    /// <param name="most">How many at most.</param>
    /// <returns>Each with its last state if it is over, else with null.</returns>
    public List<(string Id, TicketRecord? Closed)> Take(int most)
    {
        var taken = new List<(string, TicketRecord?)>();
        lock (_lock)
        {
            while (taken.Count < most && _order.TryDequeue(out var id))
            {
                _changed.Remove(id, out var closed);
                _closed -= closed is null ? 0 : 1;
                taken.Add((id, closed));
            }
        }

        return taken;
    }

    /// <summary>Waits until something has changed since this was last waited for.</summary>
    /// <param name="over">Gives up.</param>
    public async ValueTask ChangeAsync(CancellationToken over) => await _bell.Reader.ReadAsync(over);
}
