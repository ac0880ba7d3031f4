using Router.Engine.Agents;

namespace Router.Engine.Commands;

/// <summary>Registers an agent or replaces his profile.</summary>
/// <param name="Profile">The whole profile.</param>
public sealed record PutAgent(AgentProfile Profile) : Command;
