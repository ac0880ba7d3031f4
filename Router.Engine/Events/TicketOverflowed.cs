namespace Router.Engine.Events;

/// <summary>A queue was closed or full, and the ticket that came to it goes to another one.</summary>
/// <param name="TicketId">The ticket.</param>
/// <param name="From">The queue that did not take it.</param>
/// <param name="To">The queue where it goes instead.</param>
public sealed record TicketOverflowed(string TicketId, string From, string To) : TicketFact(TicketId)
{
    /// <inheritdoc/>
    public override FactKind Kind => FactKind.TicketOverflowed;
}
