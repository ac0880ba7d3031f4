namespace Router.Engine.Events;

/// <summary>An agent takes no new concurrent work that is due after this exclusive ticket, so that he can take it.</summary>
/// <param name="TicketId">The waiting ticket.</param>
/// <param name="AgentId">The agent.</param>
/// <param name="EndsAt">When the hold ends at the latest, ms.</param>
public sealed record AgentHeld(string TicketId, string AgentId, long EndsAt) : TicketFact(TicketId)
{
    /// <inheritdoc/>
    public override FactKind Kind => FactKind.AgentHeld;
}
