namespace Router.Engine.Agents;

/// <summary>What an agent does: derived from his tickets, never set.</summary>
public enum Activity
{
    /// <summary>No activity: he is not signed in.</summary>
    Unspecified = 0,

    /// <summary>Nothing in hand.</summary>
    Idle = 1,

    /// <summary>At least one open offer, nothing accepted.</summary>
    Offered = 2,

    /// <summary>At least one accepted ticket.</summary>
    Handling = 3,

    /// <summary>Only tickets in wrap-up in hand.</summary>
    WrappingUp = 4,

    /// <summary>A breather after hard work.</summary>
    Resting = 5,
}
