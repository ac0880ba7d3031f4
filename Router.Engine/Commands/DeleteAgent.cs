using Router.Engine.Events;

namespace Router.Engine.Commands;

/// <summary>Removes an agent who is not signed in and has no work in hand.</summary>
/// <param name="AgentId">The agent.</param>
/// <param name="By">Who does it, or null when that is not known.</param>
public sealed record DeleteAgent(string AgentId, Actor? By = null) : Command;
