using Router.Engine.Tickets;

namespace Router.Engine.Events;

/// <summary>A ticket entered its queue.</summary>
/// <param name="TicketId">The ticket.</param>
/// <param name="Content">What it was submitted with.</param>
/// <param name="DueAt">Its place in the order, ms.</param>
/// <param name="Told">The waits that were told.</param>
public sealed record TicketEntered(string TicketId, TicketContent Content, long DueAt, Estimate Told) : TicketFact(TicketId)
{
    /// <inheritdoc/>
    public override FactKind Kind => FactKind.TicketEntered;
}
