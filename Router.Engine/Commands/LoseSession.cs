namespace Router.Engine.Commands;

/// <summary>A session's stream ended or three heartbeats are missing. Without effect for a session that is no longer the agent's.</summary>
/// <param name="AgentId">The agent.</param>
/// <param name="SessionId">The session.</param>
/// <param name="Since">Engine time in ms from which it is gone; now or earlier.</param>
public sealed record LoseSession(string AgentId, string SessionId, long Since) : Command;
