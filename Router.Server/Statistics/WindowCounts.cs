namespace Router.Server.Statistics;

/// <summary>A few counts of the tickets that entered in some time.</summary>
/// <param name="Entered">Came into the queue.</param>
/// <param name="Answered">Accepted.</param>
/// <param name="AnsweredInTime">Within the service level's threshold.</param>
/// <param name="Abandoned">The customer left, short ones left out.</param>
/// <param name="AbandonedShort">He left within the limit for short ones.</param>
/// <param name="Completed">Done.</param>
/// <param name="Handled">Assignments that are over.</param>
/// <param name="HandleTimeMs">How long they took together, ms: talk, hold and wrap-up.</param>
public readonly record struct WindowCounts(
    long Entered, long Answered, long AnsweredInTime, long Abandoned, long AbandonedShort, long Completed, long Handled, long HandleTimeMs)
{
    /// <summary>How long an assignment took, ms; null while none is over.</summary>
    public double? AverageHandleMs => Handled > 0 ? (double)HandleTimeMs / Handled : null;

    /// <summary>The service level on screens, 0 to 1: <see cref="ServiceLevels.ExcludingShort"/>.</summary>
    public double? ServiceLevel => Entered > AbandonedShort ? Math.Min(1, (double)AnsweredInTime / (Entered - AbandonedShort)) : null;

    /// <summary>With those of another part of the same time added.</summary>
    /// <param name="other">The other.</param>
    public WindowCounts With(WindowCounts other) => new(
        Entered + other.Entered,
        Answered + other.Answered,
        AnsweredInTime + other.AnsweredInTime,
        Abandoned + other.Abandoned,
        AbandonedShort + other.AbandonedShort,
        Completed + other.Completed,
        Handled + other.Handled,
        HandleTimeMs + other.HandleTimeMs);

    /// <summary>Those of a tally.</summary>
    /// <param name="tally">The tally.</param>
    public static WindowCounts Of(Tally tally)
    {
        ArgumentNullException.ThrowIfNull(tally);
        return new(
            tally[Figure.Entered],
            tally[Figure.Answered],
            tally[Figure.AnsweredInTime],
            tally[Figure.Abandoned],
            tally[Figure.AbandonedShort],
            tally[Figure.Completed],
            tally.TimesOf(Measure.HandleTime),
            tally.SumOf(Measure.HandleTime));
    }
}
