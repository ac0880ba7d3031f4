using Router.Engine.Agents;

namespace Router.Engine.Events;

/// <summary>An agent's presence changed, or will after his live work.</summary>
/// <param name="AgentId">The agent.</param>
/// <param name="Presence">The presence.</param>
/// <param name="Reason">Why he is away, or empty.</param>
/// <param name="Pending">It takes effect after the live work in hand; another fact says when.</param>
/// <param name="BySystem">Whether missed offers did it.</param>
/// <param name="Previous">The presence before.</param>
/// <param name="PreviousReason">Its reason.</param>
public sealed record PresenceChanged(string AgentId, Presence Presence, string Reason, bool Pending, bool BySystem, Presence Previous, string PreviousReason) : AgentFact(AgentId)
{
    /// <summary>Who set it in the agent's place, and why; null when he or the system did.</summary>
    public SetBy? Set { get; init; }

    /// <summary>For this channel alone; empty is for all.</summary>
    public string Channel { get; init; } = "";

    /// <summary>He takes nothing new whatever his presence: a drain has begun, and the change does not end it.</summary>
    public bool Draining { get; init; }

    /// <inheritdoc/>
    public override FactKind Kind => FactKind.PresenceChanged;
}
