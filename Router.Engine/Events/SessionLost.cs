namespace Router.Engine.Events;

/// <summary>The stream of a session ended or its heartbeats are missing.</summary>
/// <param name="AgentId">The agent.</param>
/// <param name="SessionId">The session.</param>
/// <param name="Since">From when it counts as gone, ms.</param>
public sealed record SessionLost(string AgentId, string SessionId, long Since) : AgentFact(AgentId)
{
    /// <inheritdoc/>
    public override FactKind Kind => FactKind.SessionLost;
}
