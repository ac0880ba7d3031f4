namespace Router.Server.Live.Wire;

/// <summary>Whose rows they are.</summary>
/// <param name="Id">The workspace's id.</param>
/// <param name="Name">Its name for people.</param>
public sealed record LiveWorkspace(string Id, string Name);
