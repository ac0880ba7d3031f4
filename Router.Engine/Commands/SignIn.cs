using Router.Engine.Agents;

namespace Router.Engine.Commands;

/// <summary>
/// An agent begins a session, or takes it over from another place; what he has in hand goes on. Answered with an
/// <see cref="Queries.AgentView"/>.
/// </summary>
/// <param name="AgentId">A registered agent.</param>
/// <param name="SessionId">The new session's id, unguessable, made by the edge.</param>
/// <param name="TakeOver">End a session that lives; without it a second one is refused.</param>
/// <param name="Channels">Take only these channels; empty means all of the profile.</param>
/// <param name="Presence"><see cref="Presence.Available"/> or <see cref="Presence.Away"/>.</param>
/// <param name="Reason">Why he is away, from the policy's list, or empty.</param>
public sealed record SignIn(
    string AgentId,
    string SessionId,
    bool TakeOver,
    IReadOnlyList<string> Channels,
    Presence Presence = Presence.Away,
    string Reason = "") : Command
{
    /// <summary>Serve only these languages of the profile, tags in lower case; empty means all.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];
}
