namespace Router.Engine.Tickets;

/// <summary>How far a waiting time can be trusted.</summary>
public enum Trust
{
    /// <summary>Nobody eligible is signed in: there is no number.</summary>
    Unknown = 0,

    /// <summary>Fewer than 20 tickets of this kind that had to wait have left the queue so far.</summary>
    Low = 1,

    /// <summary>Measured.</summary>
    Normal = 2,
}
