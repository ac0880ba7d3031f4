namespace Router.Server.Statistics;

/// <summary>A few counts of the tickets that entered in some time.</summary>
/// <param name="Entered">Came into the queue.</param>
/// <param name="Answered">Accepted.</param>
/// <param name="AnsweredInTime">Within the service level's threshold.</param>
/// <param name="Abandoned">The customer left, short ones left out.</param>
/// <param name="AbandonedShort">He left within the limit for short ones.</param>
/// <param name="Completed">Done.</param>
public readonly record struct WindowCounts(long Entered, long Answered, long AnsweredInTime, long Abandoned, long AbandonedShort, long Completed)
{
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
        Completed + other.Completed);

    /// <summary>With a tally's counts added.</summary>
    /// <param name="tally">The tally.</param>
    public WindowCounts With(Tally tally)
    {
        ArgumentNullException.ThrowIfNull(tally);
        return new(
            Entered + tally[Figure.Entered],
            Answered + tally[Figure.Answered],
            AnsweredInTime + tally[Figure.AnsweredInTime],
            Abandoned + tally[Figure.Abandoned],
            AbandonedShort + tally[Figure.AbandonedShort],
            Completed + tally[Figure.Completed]);
    }
}
