namespace Router.Server.Outbox;

/// <summary>How far a workspace's events have left through the bus.</summary>
/// <param name="Workspace">The workspace's id.</param>
/// <param name="Waiting">Events that wait to be published.</param>
/// <param name="IsBehind">Whether these are more than <see cref="RelayOptions.AlarmAt"/>.</param>
/// <param name="IsUnreached">Whether nothing has got through yet, or nothing since the last attempt failed.</param>
/// <param name="Consumer">What takes them, for people.</param>
internal sealed record RelayState(string Workspace, long Waiting, bool IsBehind, bool IsUnreached, string Consumer);
