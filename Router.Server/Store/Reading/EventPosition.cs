namespace Router.Server.Store.Reading;

/// <summary>Where an event is in a workspace.</summary>
/// <param name="Term">The term in which it was written.</param>
/// <param name="Number">1, 2, 3, … without gaps, across terms.</param>
public readonly record struct EventPosition(long Term, long Number);
