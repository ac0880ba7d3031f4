namespace Router.Server.Store.Reading;

/// <summary>The events that are kept.</summary>
/// <param name="Oldest">The first one.</param>
/// <param name="Newest">The last one.</param>
public sealed record EventRange(EventPosition Oldest, EventPosition Newest);
