namespace Router.Engine.Tickets;

/// <summary>Why a ticket waits for one agent alone. The numbers are stored.</summary>
public enum WantedCause
{
    /// <summary>It does not.</summary>
    Unspecified = 0,

    /// <summary>It was handed over to him by name.</summary>
    Transferred = 1,

    /// <summary>He put it aside, to have it again.</summary>
    Parked = 2,

    /// <summary>He knows the customer.</summary>
    KnownAgent = 3,

    /// <summary>He had the customer, who was cut off, a moment ago.</summary>
    CutOff = 4,
}
