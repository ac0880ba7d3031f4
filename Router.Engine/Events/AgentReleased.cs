namespace Router.Engine.Events;

/// <summary>A hold ended: its ticket left the queue or the time was over.</summary>
/// <param name="TicketId">The ticket.</param>
/// <param name="AgentId">The agent.</param>
public sealed record AgentReleased(string TicketId, string AgentId) : TicketFact(TicketId)
{
    /// <inheritdoc/>
    public override FactKind Kind => FactKind.AgentReleased;
}
