using Router.Engine.Queries;

namespace Router.Server.Edge.Tickets;

/// <summary>What a watcher has been told of a ticket.</summary>
internal sealed class ToldTicket
{
    /// <summary>For <see cref="After"/>: after the last message that the adapter confirmed.</summary>
    public const long AfterConfirmed = -1;

    /// <summary>The status told last, without its time; null before the first.</summary>
    public V1.TicketStatus? Status { get; set; }

    /// <summary>Where the ticket stands, as it is told; null when it does not wait.</summary>
    public WaitingPlace? Place { get; set; }

    /// <summary>The message told last, or <see cref="AfterConfirmed"/>.</summary>
    public long After { get; set; } = AfterConfirmed;
}
