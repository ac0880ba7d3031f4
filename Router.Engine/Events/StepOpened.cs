namespace Router.Engine.Events;

/// <summary>A wider routing step opened for a waiting ticket.</summary>
/// <param name="TicketId">The ticket.</param>
/// <param name="Step">Its number; the first step, open from the start, is 0.</param>
public sealed record StepOpened(string TicketId, int Step) : TicketFact(TicketId)
{
    /// <inheritdoc/>
    public override FactKind Kind => FactKind.StepOpened;
}
