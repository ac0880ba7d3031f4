using System.Threading.Channels;
using Router.Engine.Queries;
using Router.Engine.Records;

namespace Router.Server.Edge.Tickets;

/// <summary>One who watches a ticket. Only the newest is kept for him: what he has not looked at yet is overwritten.</summary>
/// <param name="ticketId">The ticket.</param>
internal sealed class TicketWatch(string ticketId)
{
    private readonly Channel<bool> _bell = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private volatile TicketRecord? _ticket;
    private volatile WaitingPlace? _place;

    /// <summary>The ticket watched.</summary>
    public string TicketId => ticketId;

    /// <summary>The ticket after its last change since the watch began, or null when there was none.</summary>
    public TicketRecord? Ticket => _ticket;

    /// <summary>Its place when that was last asked for, or null.</summary>
    public WaitingPlace? Place => _place;

    /// <summary>The ticket has changed.</summary>
    /// <param name="ticket">As it is now.</param>
    public void Changed(TicketRecord ticket)
    {
        _ticket = ticket;
        _bell.Writer.TryWrite(true);
    }

    /// <summary>Its place may have changed: told is what differs enough from what was told last to matter to who waits.</summary>
    /// <param name="place">As it is now; null when it does not wait.</param>
    public void Placed(WaitingPlace? place)
    {
        if (PlaceChange.Matters(_place, place))
        {
            _place = place;
            _bell.Writer.TryWrite(true);
        }
    }

    /// <summary>Waits until something has changed since this was last waited for.</summary>
    /// <param name="over">Gives up.</param>
    public async ValueTask ChangeAsync(CancellationToken over) => await _bell.Reader.ReadAsync(over);
}
