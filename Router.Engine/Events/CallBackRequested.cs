namespace Router.Engine.Events;

/// <summary>A customer wants to be called back.</summary>
/// <param name="TicketId">The ticket.</param>
/// <param name="From">The window begins, ms; 0 keeps the place in the queue.</param>
/// <param name="Until">It ends, ms; 0 without end.</param>
public sealed record CallBackRequested(string TicketId, long From, long Until) : TicketFact(TicketId)
{
    /// <inheritdoc/>
    public override FactKind Kind => FactKind.CallBackRequested;
}
