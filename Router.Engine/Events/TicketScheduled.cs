namespace Router.Engine.Events;

/// <summary>A ticket was submitted that enters its queue later.</summary>
/// <param name="TicketId">The ticket.</param>
/// <param name="StartsAt">When it enters its queue, ms.</param>
public sealed record TicketScheduled(string TicketId, long StartsAt) : TicketFact(TicketId)
{
    /// <inheritdoc/>
    public override FactKind Kind => FactKind.TicketScheduled;
}
