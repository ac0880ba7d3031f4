namespace Router.Engine.Events;

/// <summary>A ticket will be followed by another one, which is scheduled.</summary>
/// <param name="TicketId">The ticket.</param>
/// <param name="FollowUpId">The one that follows.</param>
/// <param name="StartsAt">When that enters its queue, ms.</param>
/// <param name="AgentId">The agent who wanted it, or empty where the policy did.</param>
public sealed record FollowUpPlanned(string TicketId, string FollowUpId, long StartsAt, string AgentId) : TicketFact(TicketId)
{
    /// <inheritdoc/>
    public override FactKind Kind => FactKind.FollowUpPlanned;
}
