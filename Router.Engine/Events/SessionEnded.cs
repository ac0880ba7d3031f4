namespace Router.Engine.Events;

/// <summary>An agent is signed out.</summary>
/// <param name="AgentId">The agent.</param>
/// <param name="SessionId">The session.</param>
/// <param name="Cause">Why.</param>
public sealed record SessionEnded(string AgentId, string SessionId, SessionEnd Cause) : AgentFact(AgentId)
{
    /// <inheritdoc/>
    public override FactKind Kind => FactKind.SessionEnded;
}
