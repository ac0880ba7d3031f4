namespace Router.CallLog;

/// <summary>How a call ended.</summary>
public enum Outcome
{
    /// <summary>An agent served it.</summary>
    Agent,

    /// <summary>The caller hung up.</summary>
    Hang,

    /// <summary>No call: the log says to ignore it.</summary>
    Phantom,
}
