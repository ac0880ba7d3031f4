namespace Router.Server.Workspaces;

/// <summary>What keeps a workspace from being served.</summary>
public enum NotServedCause
{
    /// <summary>Nothing is known.</summary>
    Unspecified = 0,

    /// <summary>It is claimed or loaded; soon over.</summary>
    Starting = 1,

    /// <summary>The store does not answer; over by itself when it does.</summary>
    StoreAway = 2,

    /// <summary>Another server owns it; over by itself when that stops.</summary>
    OwnedElsewhere = 3,

    /// <summary>What is saved cannot be loaded: of a newer format, or broken. Not over by itself.</summary>
    Unreadable = 4,

    /// <summary>A mistake of the router ended its loop, which begins again.</summary>
    Failed = 5,

    /// <summary>The server stops.</summary>
    Stopping = 6,
}
