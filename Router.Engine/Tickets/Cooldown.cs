namespace Router.Engine.Tickets;

/// <summary>An agent who declined or missed a ticket is not offered it again until a time.</summary>
/// <param name="AgentId">The agent.</param>
/// <param name="Until">Engine time in ms.</param>
public sealed record Cooldown(string AgentId, long Until);
