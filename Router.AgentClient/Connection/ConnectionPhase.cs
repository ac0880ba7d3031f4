namespace Router.AgentClient.Connection;

/// <summary>Where a session's connection is.</summary>
public enum ConnectionPhase
{
    /// <summary>A stream is being opened and signed in.</summary>
    Connecting,

    /// <summary>Signed in; the state is the server's.</summary>
    SignedIn,

    /// <summary>The server is away; the next try comes by itself. The state is the last one known.</summary>
    Waiting,

    /// <summary>The session is over here. No further try is made.</summary>
    Over,
}
