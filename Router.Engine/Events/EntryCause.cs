namespace Router.Engine.Events;

/// <summary>How a ticket came into its queue.</summary>
public enum EntryCause
{
    /// <summary>It did not.</summary>
    Unspecified = 0,

    /// <summary>It was submitted.</summary>
    Submitted = 1,

    /// <summary>Its scheduled time came.</summary>
    Scheduled = 2,

    /// <summary>It had been put aside.</summary>
    Unparked = 3,

    /// <summary>It had been completed.</summary>
    Reopened = 4,

    /// <summary>Its owner handed it over.</summary>
    Transferred = 5,

    /// <summary>Another queue was closed or full.</summary>
    Overflowed = 6,

    /// <summary>A supervisor moved it.</summary>
    Moved = 7,

    /// <summary>Its customer is to be called back now.</summary>
    CallBack = 8,

    /// <summary>It follows a completed ticket, and its time came.</summary>
    FollowUp = 9,
}
