namespace Router.Engine.Events;

/// <summary>An agent on demand has asked for a ticket, or waits for one no longer.</summary>
/// <param name="AgentId">The agent.</param>
/// <param name="Until">Until when he waits for it, engine time in ms; 0 when he was given one, or the time is over.</param>
public sealed record TakeChanged(string AgentId, long Until) : AgentFact(AgentId)
{
    /// <inheritdoc/>
    public override FactKind Kind => FactKind.TakeChanged;
}
