namespace Router.Engine.Events;

/// <summary>A ticket was declined a third or a tenth time.</summary>
/// <param name="TicketId">The ticket.</param>
/// <param name="Declines">How often so far.</param>
public sealed record DeclinedOften(string TicketId, int Declines) : TicketFact(TicketId)
{
    /// <inheritdoc/>
    public override FactKind Kind => FactKind.DeclinedOften;
}
