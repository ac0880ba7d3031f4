namespace Router.Engine.State;

/// <summary>What idle agents are compared by, kept by slot one beside the other: looking through many must not touch each of them in memory.</summary>
/// <param name="Tickets">How many tickets he has in hand.</param>
/// <param name="LoadPartsPerMillion">As in <see cref="IdleKey"/>.</param>
/// <param name="IdleSince">As in <see cref="IdleKey"/>.</param>
/// <param name="Number">The order of registration.</param>
internal readonly record struct AgentRank(int Tickets, int LoadPartsPerMillion, long IdleSince, long Number);
