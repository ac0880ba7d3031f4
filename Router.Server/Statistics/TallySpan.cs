namespace Router.Server.Statistics;

/// <summary>How long the time is that a tally is about. The numbers are saved.</summary>
public enum TallySpan
{
    /// <summary>None.</summary>
    Unspecified = 0,

    /// <summary>A minute in which tickets entered: for the last hour alone.</summary>
    Minute = 1,

    /// <summary>15 minutes in which tickets entered.</summary>
    Interval = 2,

    /// <summary>A day (UTC) in which tickets entered.</summary>
    Day = 3,

    /// <summary>An hour of an agent's work.</summary>
    AgentHour = 4,
}
