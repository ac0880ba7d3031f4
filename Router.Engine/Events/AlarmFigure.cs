namespace Router.Engine.Events;

/// <summary>What an alarm watches. The numbers are stored: they never change their meaning.</summary>
public enum AlarmFigure
{
    /// <summary>None.</summary>
    Unspecified = 0,

    /// <summary>Tickets that wait.</summary>
    Waiting = 1,

    /// <summary>How long the longest of them has waited, seconds.</summary>
    OldestWait = 2,

    /// <summary>How long one more would wait by estimate, seconds.</summary>
    EstimatedWait = 3,

    /// <summary>Answered in time, of a hundred that entered in the last hour.</summary>
    ServiceLevel = 4,

    /// <summary>Agents who take work and have nothing in hand.</summary>
    FreeAgents = 5,

    /// <summary>Tickets wait though no registered agent serves the queue: always watched.</summary>
    NoAgents = 6,

    /// <summary>Tickets that wait and that no registered agent could ever serve.</summary>
    Unroutable = 7,

    /// <summary>Tickets that wait and were declined three times or more.</summary>
    DeclinedOften = 8,
}
