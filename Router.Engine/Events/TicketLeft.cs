using Router.Engine.Tickets;

namespace Router.Engine.Events;

/// <summary>A ticket ended without an agent: abandoned, cancelled or expired.</summary>
/// <param name="TicketId">The ticket.</param>
/// <param name="State">Which of the three.</param>
/// <param name="WaitMs">Time since it entered the queue, ms; 0 if it never did.</param>
/// <param name="Cause">Why it was cancelled, or empty.</param>
public sealed record TicketLeft(string TicketId, TicketState State, long WaitMs, string Cause) : TicketFact(TicketId)
{
    /// <inheritdoc/>
    public override FactKind Kind => FactKind.TicketLeft;
}
