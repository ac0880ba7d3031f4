namespace Router.Engine.Queries;

/// <summary>What keeps an agent from a ticket. The numbers are the contract's.</summary>
public enum WhyNot
{
    /// <summary>Nothing.</summary>
    Unspecified = 0,

    /// <summary>He has it, or it is offered to him.</summary>
    HasIt = 1,

    /// <summary>He does not serve the queue.</summary>
    Queue = 2,

    /// <summary>He speaks none of the languages well enough.</summary>
    Language = 3,

    /// <summary>He lacks a skill, or has too low a level of it.</summary>
    Skill = 4,

    /// <summary>He does not take the channel.</summary>
    Channel = 5,

    /// <summary>He is not signed in.</summary>
    NotSignedIn = 6,

    /// <summary>His session has no live stream.</summary>
    SessionLost = 7,

    /// <summary>He is not available.</summary>
    Away = 8,

    /// <summary>He takes nothing new, as he is about to leave.</summary>
    Draining = 9,

    /// <summary>He takes nothing new for a while, after a hard ticket or too much work.</summary>
    Resting = 10,

    /// <summary>He has no room left.</summary>
    Capacity = 11,

    /// <summary>He has live work that goes with no other, or that this one does not go with.</summary>
    LiveWork = 12,

    /// <summary>He declined or missed it a short time ago.</summary>
    CoolingDown = 13,

    /// <summary>He is kept free for an exclusive ticket due earlier.</summary>
    HeldForExclusive = 14,

    /// <summary>He is one of the idle whom a queue keeps free for one of its channels.</summary>
    Reserved = 15,

    /// <summary>Another ticket that he may serve goes first.</summary>
    TicketAhead = 16,

    /// <summary>Another agent has it, or is offered it.</summary>
    AnotherAgent = 18,

    /// <summary>It waits for one agent alone, who is not he.</summary>
    AwaitsAnother = 25,

    /// <summary>He speaks the language, and signed in without it.</summary>
    SessionLanguage = 26,
}
