using Router.Engine.Tickets;

namespace Router.Engine.Events;

/// <summary>A ticket ended without an agent: abandoned, cancelled or expired.</summary>
/// <param name="TicketId">The ticket.</param>
/// <param name="State">Which of the three.</param>
/// <param name="WaitMs">Time since it entered the queue, ms; 0 if it never did.</param>
/// <param name="Cause">Why it was cancelled, or empty.</param>
/// <param name="IsShort">Abandoned within the queue's limit for short ones.</param>
/// <param name="ByChannel">The line broke, instead of the customer leaving.</param>
/// <param name="By">Who cancelled it, or null: the customer, time, or not known.</param>
public sealed record TicketLeft(string TicketId, TicketState State, long WaitMs, string Cause, bool IsShort, bool ByChannel, Actor? By) : TicketFact(TicketId)
{
    /// <inheritdoc/>
    public override FactKind Kind => FactKind.TicketLeft;
}
