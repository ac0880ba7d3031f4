using Router.Engine.Agents;
using Router.Engine.Events;

namespace Router.Engine.Commands;

/// <summary>Registers an agent or replaces his profile. Answered with whether he is new.</summary>
/// <param name="Profile">The whole profile.</param>
/// <param name="By">Who does it, or null when that is not known.</param>
public sealed record PutAgent(AgentProfile Profile, Actor? By = null) : Command;
