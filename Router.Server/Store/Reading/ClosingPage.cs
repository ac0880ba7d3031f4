namespace Router.Server.Store.Reading;

/// <summary>Some of the closed tickets that were looked for.</summary>
/// <param name="Found">The newest first.</param>
/// <param name="Last">The last one that was looked at, whether it is among them or not; null when all were.</param>
public sealed record ClosingPage(IReadOnlyList<Closing> Found, Closing? Last);
