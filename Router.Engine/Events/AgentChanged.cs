using Router.Engine.Agents;

namespace Router.Engine.Events;

/// <summary>An agent was registered, changed or deleted.</summary>
/// <param name="AgentId">The agent.</param>
/// <param name="Deleted">Whether he is no longer registered.</param>
/// <param name="Created">Whether he was not registered before.</param>
/// <param name="Profile">The profile; the last one when deleted.</param>
/// <param name="By">Who did it, or null when that is not known.</param>
public sealed record AgentChanged(string AgentId, bool Deleted, bool Created, AgentProfile Profile, Actor? By) : AgentFact(AgentId)
{
    /// <inheritdoc/>
    public override FactKind Kind => FactKind.AgentChanged;
}
