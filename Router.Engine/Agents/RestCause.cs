namespace Router.Engine.Agents;

/// <summary>Why an agent rests.</summary>
public enum RestCause
{
    /// <summary>He does not.</summary>
    None = 0,

    /// <summary>After a hard ticket.</summary>
    Breather = 1,

    /// <summary>He was at work for too much of the last hour.</summary>
    Occupancy = 2,
}
