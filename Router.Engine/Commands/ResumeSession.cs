namespace Router.Engine.Commands;

/// <summary>A new stream goes on with a session. Answered with an <see cref="Queries.AgentView"/>.</summary>
/// <param name="AgentId">The agent.</param>
/// <param name="SessionId">The session that his client holds.</param>
public sealed record ResumeSession(string AgentId, string SessionId) : Command;
