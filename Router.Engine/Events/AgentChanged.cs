namespace Router.Engine.Events;

/// <summary>An agent was registered, changed or deleted.</summary>
/// <param name="AgentId">The agent.</param>
/// <param name="Deleted">Whether he is no longer registered.</param>
public sealed record AgentChanged(string AgentId, bool Deleted) : AgentFact(AgentId)
{
    /// <inheritdoc/>
    public override FactKind Kind => FactKind.AgentChanged;
}
