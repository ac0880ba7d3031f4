namespace Router.Engine.Events;

/// <summary>Why an owner lost a ticket.</summary>
public enum RequeueCause
{
    /// <summary>He did not.</summary>
    Unspecified = 0,

    /// <summary>His session was gone longer than the channel's grace.</summary>
    SessionLost = 1,

    /// <summary>He handed it back when he signed out.</summary>
    HandedBack = 2,
}
