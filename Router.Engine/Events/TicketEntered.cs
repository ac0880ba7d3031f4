using Router.Engine.Tickets;

namespace Router.Engine.Events;

/// <summary>A ticket entered its queue.</summary>
/// <param name="TicketId">The ticket.</param>
/// <param name="CreatedAt">When it was submitted, ms.</param>
/// <param name="Cause">How it came into the queue.</param>
/// <param name="DueAt">Its place in the order, ms.</param>
/// <param name="Position">1 is next; counted over its queue and channel.</param>
/// <param name="Told">The waits that were told.</param>
/// <param name="Unroutable">No registered profile could ever serve it.</param>
/// <param name="PolicyVersion">The policy in force.</param>
public sealed record TicketEntered(
    string TicketId,
    long CreatedAt,
    EntryCause Cause,
    long DueAt,
    int Position,
    Estimate Told,
    bool Unroutable,
    long PolicyVersion) : TicketFact(TicketId)
{
    /// <inheritdoc/>
    public override FactKind Kind => FactKind.TicketEntered;
}
