namespace Router.Simulator.Reports;

/// <summary>What became of the tickets that entered a queue in one interval of the day, over all days that were played.</summary>
internal sealed class IntervalFigures
{
    /// <summary>A wait within which service is in time: 20 s.</summary>
    public const int InTimeSeconds = 20;

    /// <summary>Tickets that entered.</summary>
    public int Entered { get; set; }

    /// <summary>Of these, how many an agent took.</summary>
    public int Answered { get; set; }

    /// <summary>Of these, how many were given up.</summary>
    public int Abandoned { get; set; }

    /// <summary>How many were answered in time.</summary>
    public int InTime { get; set; }

    /// <summary>All the waits of those answered together, s.</summary>
    public double WaitSeconds { get; set; }

    /// <summary>Of those answered, how many were promised a wait when they entered.</summary>
    public int Promised { get; set; }

    /// <summary>Of these, how many did not wait longer.</summary>
    public int Kept { get; set; }

    /// <summary>Agents' time with customers of the queue and in wrap-up, s; of whatever enters when.</summary>
    public double BusySeconds { get; set; }

    /// <summary>Mean wait of those answered, s; null where there are none.</summary>
    public double? MeanWait => Answered > 0 ? WaitSeconds / Answered : null;

    /// <summary>Answered in time, in hundredths of those that entered; null where none did.</summary>
    public double? ServiceLevel => Percent(InTime, Entered);

    /// <summary>Given up, in hundredths of those that entered; null where none did.</summary>
    public double? AbandonedPercent => Percent(Abandoned, Entered);

    /// <summary>Promises kept, in hundredths; null where none was given.</summary>
    public double? KeptPercent => Percent(Kept, Promised);

    private static double? Percent(int part, int whole) => whole > 0 ? 100.0 * part / whole : null;
}
