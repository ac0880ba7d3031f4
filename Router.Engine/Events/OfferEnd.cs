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

    /// <summary>It was offered to several agents, and another was first.</summary>
    Taken = 11,

    /// <summary>It was offered to several agents, and its time to live passed: nobody missed it.</summary>
    Unanswered = 12,

    /// <summary>It was offered to several agents, and this one accepted other work that leaves no room for it.</summary>
    Capacity = 13,

    /// <summary>It was offered to several agents, and declined so often that others decide now.</summary>
    Escalated = 14,

    /// <summary>Who wanted to hand the ticket over called it off, or was done with it himself.</summary>
    CalledOff = 15,
}
