using Router.Engine.Tickets;

namespace Router.Engine.Events;

/// <summary>A fact about one ticket.</summary>
/// <param name="TicketId">The ticket.</param>
public abstract record TicketFact(string TicketId) : Fact
{
    /// <summary>What the ticket was submitted with: its queue and channel, above all.</summary>
    public TicketContent Content { get; internal set; } = null!;

    /// <summary>When the ticket last entered a queue, engine time in ms; 0 while it is scheduled.</summary>
    public long EnteredAt { get; internal set; }
}
