namespace Router.Engine.Events;

/// <summary>How an offer ended without being accepted.</summary>
public enum OfferEnd
{
    /// <summary>Not ended.</summary>
    Unspecified = 0,

    /// <summary>The agent declined.</summary>
    Declined = 1,

    /// <summary>Its time to live passed while the agent's session lived.</summary>
    Missed = 2,

    /// <summary>The customer left.</summary>
    Abandoned = 3,

    /// <summary>The ticket was cancelled.</summary>
    Cancelled = 4,

    /// <summary>The agent's session was lost.</summary>
    SessionLost = 5,

    /// <summary>The agent signed out.</summary>
    SignedOut = 6,

    /// <summary>The agent's presence changed.</summary>
    PresenceChanged = 7,

    /// <summary>The agent's profile no longer serves it.</summary>
    ProfileChanged = 8,

    /// <summary>The router or its store was away.</summary>
    Outage = 9,

    /// <summary>A supervisor moved the ticket.</summary>
    Supervisor = 10,
}
