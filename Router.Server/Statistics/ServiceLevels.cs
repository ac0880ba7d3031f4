namespace Router.Server.Statistics;

/// <summary>The service level of a tally in its four named forms, each 0 to 1; null where the divisor is 0.</summary>
public static class ServiceLevels
{
    /// <summary>Answered in time, of those answered.</summary>
    /// <param name="tally">The tally.</param>
    public static double? Answered(Tally tally) => Share(tally[Figure.AnsweredInTime], tally[Figure.Answered]);

    /// <summary>Answered in time, of those that entered.</summary>
    /// <param name="tally">The tally.</param>
    public static double? Entered(Tally tally) => Share(tally[Figure.AnsweredInTime], tally[Figure.Entered]);

    /// <summary>Answered in time, of those that entered and did not leave at once. This is the one on screens.</summary>
    /// <param name="tally">The tally.</param>
    public static double? ExcludingShort(Tally tally) =>
        Share(tally[Figure.AnsweredInTime], tally[Figure.Entered] - tally[Figure.AbandonedShort]);

    /// <summary>Answered or abandoned in time, of those that entered.</summary>
    /// <param name="tally">The tally.</param>
    public static double? AbandonsInTimeGood(Tally tally) =>
        Share(tally[Figure.AnsweredInTime] + tally[Figure.AbandonedInTime], tally[Figure.Entered]);

    // A ticket can be answered under another language than it entered with, as supervisors change these.
    private static double? Share(long part, long whole) => whole > 0 ? Math.Min(1, (double)part / whole) : null;
}
