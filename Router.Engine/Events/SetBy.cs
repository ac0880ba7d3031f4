namespace Router.Engine.Events;

/// <summary>Who set something about an agent in his place, and why.</summary>
/// <param name="By">Who, or null when that is not known.</param>
/// <param name="Why">His words, or empty.</param>
public sealed record SetBy(Actor? By, string Why);
