namespace Router.Server.Statistics;

/// <summary>A time that is kept as a histogram.</summary>
public enum Measure
{
    /// <summary>From entering the queue to the first accept; in open hours for deferred channels.</summary>
    SpeedOfAnswer = 0,

    /// <summary>Talk, hold and wrap-up of an assignment, once it is over.</summary>
    HandleTime = 1,

    /// <summary>From entering the queue to leaving it in whichever way; in open hours for deferred channels.</summary>
    Wait = 2,

    /// <summary>From entering the queue to the customer's leaving.</summary>
    TimeToAbandon = 3,
}
