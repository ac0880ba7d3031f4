using Router.Engine.Agents;

namespace Router.Engine.Commands;

/// <summary>An agent changes his presence. During live work it takes effect after it, unless asked for at once.</summary>
/// <param name="AgentId">The agent.</param>
/// <param name="Presence"><see cref="Presence.Available"/> or <see cref="Presence.Away"/>.</param>
/// <param name="Reason">Why he is away, from the policy's list; empty when available.</param>
/// <param name="AtOnce">Take effect during live work too.</param>
/// <param name="Channel">For this channel alone, at once: away narrows his presence, available ends that; empty is for all.</param>
public sealed record SetPresence(string AgentId, Presence Presence, string Reason, bool AtOnce, string Channel = "") : Command;
