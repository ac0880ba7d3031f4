namespace Router.Engine.Events;

/// <summary>A waiting ticket goes before all that are not expedited, or no longer does.</summary>
/// <param name="TicketId">The ticket.</param>
/// <param name="IsExpedited">Whether it does now.</param>
public sealed record TicketExpedited(string TicketId, bool IsExpedited) : TicketFact(TicketId)
{
    /// <inheritdoc/>
    public override FactKind Kind => FactKind.TicketExpedited;
}
