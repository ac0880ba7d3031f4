namespace Router.Engine.Events;

/// <summary>An agent signed in.</summary>
/// <param name="AgentId">The agent.</param>
/// <param name="SessionId">The session.</param>
/// <param name="TookOver">Whether this ended another session of his; his work in hand goes on.</param>
/// <param name="Channels">The channels it is narrowed to; empty means all.</param>
/// <param name="Languages">Narrowed to these; empty is all of the profile.</param>
public sealed record SessionStarted(string AgentId, string SessionId, bool TookOver, IReadOnlyList<string> Channels, IReadOnlyList<string> Languages) : AgentFact(AgentId)
{
    /// <inheritdoc/>
    public override FactKind Kind => FactKind.SessionStarted;
}
