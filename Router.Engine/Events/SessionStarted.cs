namespace Router.Engine.Events;

/// <summary>An agent signed in.</summary>
/// <param name="AgentId">The agent.</param>
/// <param name="SessionId">The session.</param>
/// <param name="TookOver">Whether this ended another session of his; his work in hand goes on.</param>
public sealed record SessionStarted(string AgentId, string SessionId, bool TookOver) : AgentFact(AgentId)
{
    /// <inheritdoc/>
    public override FactKind Kind => FactKind.SessionStarted;
}
