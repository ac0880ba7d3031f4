namespace Router.Engine.Commands;

/// <summary>Removes an agent who is not signed in and has no work in hand.</summary>
/// <param name="AgentId">The agent.</param>
public sealed record DeleteAgent(string AgentId) : Command;
