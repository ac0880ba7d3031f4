namespace Router.Server.Statistics;

/// <summary>What a <see cref="Tally"/> adds up, by the number under which it is saved: numbers are never given again.</summary>
public enum Figure : ushort
{
    /// <summary>Nothing.</summary>
    Unspecified = 0,

    /// <summary>Tickets that came into the queue.</summary>
    Entered = 1,

    /// <summary>Offers made.</summary>
    OffersMade = 2,

    /// <summary>First accepts since the ticket entered.</summary>
    Answered = 3,

    /// <summary>Offers declined.</summary>
    Declined = 4,

    /// <summary>Offers missed.</summary>
    Missed = 5,

    /// <summary>Tickets completed.</summary>
    Completed = 6,

    /// <summary>Customers who left while waiting, without the short ones.</summary>
    Abandoned = 7,

    /// <summary>Customers who left within the queue's limit for short abandonments.</summary>
    AbandonedShort = 8,

    /// <summary>Tickets withdrawn after they had entered.</summary>
    Cancelled = 9,

    /// <summary>Tickets whose time to live ended while they waited.</summary>
    Expired = 10,

    /// <summary>Tickets sent on to another queue.</summary>
    Overflowed = 11,

    /// <summary>Customers who asked to be called back.</summary>
    CalledBack = 12,

    /// <summary>Tickets handed over to this queue.</summary>
    TransferredIn = 13,

    /// <summary>Tickets handed over from this queue.</summary>
    TransferredOut = 14,

    /// <summary>Consults: how often a second agent joined a ticket of this queue.</summary>
    Consulted = 15,

    /// <summary>Answered within the service level's threshold.</summary>
    AnsweredInTime = 16,

    /// <summary>Abandoned, short ones included, within the service level's threshold.</summary>
    AbandonedInTime = 17,

    /// <summary>Tickets whose first promise was judged.</summary>
    PromisesJudged = 18,

    /// <summary>Of these: it was kept.</summary>
    PromisesKept = 19,

    /// <summary>Sum of <see cref="Measure.SpeedOfAnswer"/>, ms.</summary>
    SpeedOfAnswerMs = 32,

    /// <summary>Sum of <see cref="Measure.HandleTime"/>, ms.</summary>
    HandleTimeMs = 33,

    /// <summary>Sum of <see cref="Measure.Wait"/>, ms.</summary>
    WaitMs = 34,

    /// <summary>Sum of <see cref="Measure.TimeToAbandon"/>, ms.</summary>
    TimeToAbandonMs = 35,

    /// <summary>Of an agent: tickets completed or handed over.</summary>
    Handled = 48,

    /// <summary>Of an agent: time available, ms.</summary>
    AvailableMs = 49,

    /// <summary>Of an agent: time on demand, ms.</summary>
    OnDemandMs = 50,

    /// <summary>Of an agent: time away for the reason of the key, ms.</summary>
    AwayMs = 51,

    /// <summary>Of an agent: time without work in hand while he took some, ms.</summary>
    IdleMs = 52,

    /// <summary>Of an agent: time with an open offer and nothing in hand, ms.</summary>
    OfferedMs = 53,

    /// <summary>Of an agent: time with an accepted ticket, ms.</summary>
    HandlingMs = 54,

    /// <summary>Of an agent: time with tickets in wrap-up alone, ms.</summary>
    WrappingUpMs = 55,

    /// <summary>Of an agent: time at rest, ms.</summary>
    RestingMs = 56,

    /// <summary>Of an agent: the longest stretch without a break that ended then, ms. Not added up: the larger one counts.</summary>
    LongestStretchMs = 63,
}
