namespace Router.Simulator.Counting;

/// <summary>What became of the tickets that entered a queue in one interval. All but <see cref="BusyMs"/> is counted where the ticket entered.</summary>
public sealed record IntervalFigures
{
    /// <summary>Tickets that entered.</summary>
    public int Entered { get; set; }

    /// <summary>Of these, how many an agent took.</summary>
    public int Answered { get; set; }

    /// <summary>Of these, how many within the service level of queue and channel.</summary>
    public int InTime { get; set; }

    /// <summary>How many were given up, without the short ones.</summary>
    public int Abandoned { get; set; }

    /// <summary>How many were given up so soon that the queue's policy calls it short.</summary>
    public int AbandonedShort { get; set; }

    /// <summary>How many waited too long for their time to live, or were cancelled.</summary>
    public int Lost { get; set; }

    /// <summary>How many the queue turned away because it was closed or full. They did not enter.</summary>
    public int Refused { get; set; }

    /// <summary>How many the queue sent on to another one because it was closed or full. They did not enter here.</summary>
    public int Overflowed { get; set; }

    /// <summary>How many promises of a waiting time were judged.</summary>
    public int Promised { get; set; }

    /// <summary>How many of these were kept.</summary>
    public int Kept { get; set; }

    /// <summary>How many offers of them agents declined.</summary>
    public int Declined { get; set; }

    /// <summary>How many offers of them agents let pass.</summary>
    public int Missed { get; set; }

    /// <summary>All the waits of those answered together, ms; on deferred channels open hours alone.</summary>
    public long WaitMs { get; set; }

    /// <summary>The longest of these waits, ms.</summary>
    public long LongestWaitMs { get; set; }

    /// <summary>Tickets that are done.</summary>
    public int Completed { get; set; }

    /// <summary>Their talk, hold and wrap-up together, ms.</summary>
    public long HandleMs { get; set; }

    /// <summary>Time during this interval in which tickets of the queue were in agents' hands, ms, whenever they entered.</summary>
    public long BusyMs { get; set; }

    /// <summary>Mean wait of those answered, s; null where there are none.</summary>
    public double? MeanWaitSeconds => Answered > 0 ? WaitMs / 1_000.0 / Answered : null;

    /// <summary>Mean time of one that is done, s; null where there are none.</summary>
    public double? MeanHandleSeconds => Completed > 0 ? HandleMs / 1_000.0 / Completed : null;

    /// <summary>Answered in time, in hundredths of those that entered and were not given up at once; null where there are none.</summary>
    public double? ServiceLevelPercent => Percent(InTime, Entered - AbandonedShort);

    /// <summary>Given up, in hundredths of those that entered and were not given up at once; null where there are none.</summary>
    public double? AbandonedPercent => Percent(Abandoned, Entered - AbandonedShort);

    /// <summary>Promises kept, in hundredths; null where none was judged.</summary>
    public double? KeptPercent => Percent(Kept, Promised);

    /// <summary>Adds another interval to this one.</summary>
    /// <param name="other">The other.</param>
    public void Add(IntervalFigures other)
    {
        Entered += other.Entered;
        Answered += other.Answered;
        InTime += other.InTime;
        Abandoned += other.Abandoned;
        AbandonedShort += other.AbandonedShort;
        Lost += other.Lost;
        Refused += other.Refused;
        Overflowed += other.Overflowed;
        Promised += other.Promised;
        Kept += other.Kept;
        Declined += other.Declined;
        Missed += other.Missed;
        WaitMs += other.WaitMs;
        LongestWaitMs = Math.Max(LongestWaitMs, other.LongestWaitMs);
        Completed += other.Completed;
        HandleMs += other.HandleMs;
        BusyMs += other.BusyMs;
    }

    /// <summary>Intervals added up.</summary>
    /// <param name="intervals">The intervals.</param>
    public static IntervalFigures Sum(IEnumerable<IntervalFigures> intervals)
    {
        var sum = new IntervalFigures();
        foreach (var interval in intervals)
        {
            sum.Add(interval);
        }

        return sum;
    }

    private static double? Percent(int part, int whole) => whole > 0 ? 100.0 * part / whole : null;
}
