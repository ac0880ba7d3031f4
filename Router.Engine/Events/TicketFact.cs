using Router.Engine.Tickets;

namespace Router.Engine.Events;

/// <summary>A fact about one ticket.</summary>
/// <param name="TicketId">The ticket.</param>
public abstract record TicketFact(string TicketId) : Fact
{
    /// <summary>What the ticket was submitted with: its queue and channel, above all.</summary>
    public TicketContent Content { get; internal set; } = null!;
}
