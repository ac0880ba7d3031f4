using Router.Engine.Tickets;

namespace Router.Engine.Events;

/// <summary>A supervisor changed the queue, priority or needs of a ticket that nobody had accepted, or a policy that was published its steps or due time.</summary>
/// <param name="TicketId">The ticket.</param>
/// <param name="What">Which of these: <see cref="FactKind.TicketMoved"/>, <see cref="FactKind.TicketReprioritised"/>,
/// <see cref="FactKind.NeedsChanged"/> or <see cref="FactKind.PolicyApplied"/>.</param>
/// <param name="Now">The ticket's content from now on.</param>
/// <param name="DueAt">Its place in the order, engine time in ms; 0 while it is in no queue.</param>
/// <param name="By">Who did it; null for a policy.</param>
public sealed record TicketChanged(string TicketId, FactKind What, TicketContent Now, long DueAt, Actor? By) : TicketFact(TicketId)
{
    /// <inheritdoc/>
    public override FactKind Kind => What;
}
