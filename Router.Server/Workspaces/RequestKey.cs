namespace Router.Server.Workspaces;

/// <summary>Makes a changing request repeatable: within ten minutes it is done once and answered as the first time.</summary>
/// <param name="Caller">Who asks, such as the subject of the token: two callers may use the same id.</param>
/// <param name="RequestId">The caller's id of the request, 1 to 64 characters.</param>
/// <param name="ContentHash">Hash of all that is asked; the same id with another hash is refused.</param>
public readonly record struct RequestKey(string Caller, string RequestId, UInt128 ContentHash);
