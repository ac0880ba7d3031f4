namespace Router.Server.Store.Reading;

/// <summary>Who reads a conversation.</summary>
public enum MessageReader
{
    /// <summary>Nobody: not to be asked for.</summary>
    Unspecified = 0,

    /// <summary>The adapter, for the customer.</summary>
    Adapter = 1,

    /// <summary>The agent who owns the ticket.</summary>
    Agent = 2,
}
