namespace Router.Engine.Commands;

/// <summary>An agent on demand asks for one ticket. Answered with whether he got it at once; else he gets it when there is one.</summary>
/// <param name="AgentId">The agent.</param>
/// <param name="Channels">Only from these; empty is all that he takes.</param>
public sealed record Take(string AgentId, IReadOnlyList<string> Channels) : Command;
