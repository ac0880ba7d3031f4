namespace Router.Engine.Events;

/// <summary>Who did something.</summary>
/// <param name="Kind">In which part.</param>
/// <param name="Id">By which name he is known, or empty.</param>
public sealed record Actor(ActorKind Kind, string Id);
