namespace Router.Engine.Events;

/// <summary>One thing that happened to a ticket.</summary>
/// <param name="At">Engine time, ms since 1970.</param>
/// <param name="Kind">The kind of fact.</param>
/// <param name="AgentId">The agent concerned, or empty.</param>
/// <param name="Detail">What more there is to say, or empty.</param>
/// <param name="By">Who did it, or null where the kind says it or it is not known.</param>
public readonly record struct HistoryEntry(long At, FactKind Kind, string AgentId, string Detail, Actor? By = null);
