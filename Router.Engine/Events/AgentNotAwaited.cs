namespace Router.Engine.Events;

/// <summary>A ticket waits for its one agent no longer, who did not take it: it goes on as its queue says.</summary>
/// <param name="TicketId">The ticket.</param>
/// <param name="AgentId">The agent.</param>
public sealed record AgentNotAwaited(string TicketId, string AgentId) : TicketFact(TicketId)
{
    /// <inheritdoc/>
    public override FactKind Kind => FactKind.AgentNotAwaited;
}
