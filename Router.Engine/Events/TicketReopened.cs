namespace Router.Engine.Events;

/// <summary>A completed ticket goes back to its queue.</summary>
/// <param name="TicketId">The ticket.</param>
/// <param name="ClosedAt">When it had been completed, ms.</param>
/// <param name="By">Who reopened it, or null where it is not known.</param>
public sealed record TicketReopened(string TicketId, long ClosedAt, Actor? By) : TicketFact(TicketId)
{
    /// <inheritdoc/>
    public override FactKind Kind => FactKind.TicketReopened;
}
