namespace Router.Server.Workspaces;

/// <summary>Why a workspace is no longer served from what this server knew of it.</summary>
public enum StopReason
{
    /// <summary>It is served.</summary>
    Unspecified = 0,

    /// <summary>Another server has claimed it, or wrote to it meanwhile.</summary>
    OwnershipLost = 1,

    /// <summary>The store has lost writes: what was told may no longer be true.</summary>
    WritesLost = 2,

    /// <summary>The server stops.</summary>
    ShuttingDown = 3,
}
