namespace Router.Engine.Events;

/// <summary>Why a session ended.</summary>
public enum SessionEnd
{
    /// <summary>It did not.</summary>
    Unspecified = 0,

    /// <summary>The agent signed out.</summary>
    SignedOut = 1,

    /// <summary>It was gone for a minute with nothing in hand.</summary>
    Lost = 2,

    /// <summary>A supervisor signed the agent out.</summary>
    Supervisor = 3,
}
