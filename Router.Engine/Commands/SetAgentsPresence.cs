using Router.Engine.Agents;
using Router.Engine.Events;

namespace Router.Engine.Commands;

/// <summary>A supervisor chooses the presence of agents in their place: of all of them, or of none.</summary>
/// <param name="AgentIds">Whose, each once.</param>
/// <param name="Presence">The presence; <see cref="Presence.Offline"/> signs out at once, and the work in hand goes back.</param>
/// <param name="Reason">Why they are away, from the policy's list; empty otherwise.</param>
/// <param name="AtOnce">Take effect during live work too.</param>
/// <param name="By">Who does it.</param>
/// <param name="Why">For the record, or empty.</param>
public sealed record SetAgentsPresence(
    IReadOnlyList<string> AgentIds, Presence Presence, string Reason, bool AtOnce, Actor? By, string Why) : Command;
