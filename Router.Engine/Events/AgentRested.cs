using Router.Engine.Agents;

namespace Router.Engine.Events;

/// <summary>An agent rests from now on, or no longer.</summary>
/// <param name="AgentId">The agent.</param>
/// <param name="Cause">Why; none when it is over.</param>
/// <param name="Until">Until when, engine time in ms; 0 when it is over, or lasts until his hour is lighter.</param>
public sealed record AgentRested(string AgentId, RestCause Cause, long Until) : AgentFact(AgentId)
{
    /// <inheritdoc/>
    public override FactKind Kind => FactKind.AgentRested;
}
