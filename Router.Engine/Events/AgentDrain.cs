namespace Router.Engine.Events;

/// <summary>From when an agent takes nothing new, until he is away, signs out, or is let in again.</summary>
/// <param name="At">When what he is drained for begins, engine time in ms; 0 is at once.</param>
/// <param name="Set">Who wants it, and why.</param>
public sealed record AgentDrain(long At, SetBy Set);
