namespace Router.Server.Workspaces;

/// <summary>The workspaces of this server.</summary>
public sealed class WorkspaceRegistry
{
    /// <summary>The workspace that exists from the start.</summary>
    public const string DefaultId = "default";
}
