namespace Router.Engine.Events;

/// <summary>A fact about one agent.</summary>
/// <param name="AgentId">The agent.</param>
public abstract record AgentFact(string AgentId) : Fact;
