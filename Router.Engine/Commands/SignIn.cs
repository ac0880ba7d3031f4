namespace Router.Engine.Commands;

/// <summary>An agent begins a session, or takes it over from another place. Answered with an <see cref="Queries.AgentView"/>.</summary>
/// <param name="AgentId">A registered agent.</param>
/// <param name="SessionId">The new session's id, unguessable, made by the edge.</param>
/// <param name="TakeOver">End a session that exists; without it a second one is refused.</param>
/// <param name="Channels">Take only these channels; empty means all of the profile.</param>
public sealed record SignIn(string AgentId, string SessionId, bool TakeOver, IReadOnlyList<string> Channels) : Command;
