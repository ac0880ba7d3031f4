namespace Router.Server.Store;

/// <summary>A workspace as administration knows it.</summary>
/// <param name="Id"><c>[a-z0-9-]{1,63}</c>.</param>
/// <param name="DisplayName">For screens.</param>
/// <param name="CreatedAt">Real time, ms since 1970.</param>
public sealed record WorkspaceEntry(string Id, string DisplayName, long CreatedAt);
