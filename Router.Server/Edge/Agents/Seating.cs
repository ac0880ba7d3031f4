using Router.Engine.Policies;
using Router.Engine.Queries;

namespace Router.Server.Edge.Agents;

/// <summary>What a stream begins with: all of one moment.</summary>
/// <param name="Agent">The agent with his work in hand, or null when he is not registered any more.</param>
/// <param name="Policy">The policy.</param>
/// <param name="LastFact">Number of the last fact that this holds.</param>
internal sealed record Seating(AgentView? Agent, WorkspacePolicy Policy, long LastFact);
