using Router.Engine.Agents;

namespace Router.Engine.Events;

/// <summary>An agent takes nothing new from now on or from a later time on, or takes work again.</summary>
/// <param name="AgentId">The agent.</param>
/// <param name="Draining">Whether he takes nothing new now.</param>
/// <param name="Drain">From when and by whom; null when it is over.</param>
/// <param name="Ended">Who ended it; null when it goes on.</param>
/// <param name="Presence">His presence, which stays.</param>
/// <param name="Reason">Why he is away, or empty.</param>
public sealed record DrainChanged(string AgentId, bool Draining, AgentDrain? Drain, SetBy? Ended, Presence Presence, string Reason) : AgentFact(AgentId)
{
    /// <inheritdoc/>
    public override FactKind Kind => FactKind.DrainChanged;
}
