namespace Router.Engine.Events;

/// <summary>A lost session goes on.</summary>
/// <param name="AgentId">The agent.</param>
/// <param name="SessionId">The session.</param>
public sealed record SessionResumed(string AgentId, string SessionId) : AgentFact(AgentId)
{
    /// <inheritdoc/>
    public override FactKind Kind => FactKind.SessionResumed;
}
