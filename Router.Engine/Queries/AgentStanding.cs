namespace Router.Engine.Queries;

/// <summary>What keeps one agent from a ticket.</summary>
/// <param name="AgentId">The agent.</param>
/// <param name="WhyNot">All that keeps him from it, in the order of the enum; empty when he could be given it now.</param>
/// <param name="Until">When the first of them ends by itself, engine time in ms; 0 when none does.</param>
public sealed record AgentStanding(string AgentId, IReadOnlyList<WhyNot> WhyNot, long Until);
