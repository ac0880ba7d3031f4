namespace Router.Cli.CallLog;

/// <summary>How a call ended.</summary>
internal enum Outcome
{
    /// <summary>An agent served it.</summary>
    Agent,

    /// <summary>The caller hung up.</summary>
    Hang,

    /// <summary>No call: the log says to ignore it.</summary>
    Phantom,
}
