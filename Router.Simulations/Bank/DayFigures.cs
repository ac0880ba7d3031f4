using Router.CallLog;

namespace Router.Simulations.Bank;

/// <summary>What became of callers: of one day, or of several together.</summary>
/// <param name="Entered">Who reached the queue.</param>
/// <param name="Served">Of these, who was served.</param>
/// <param name="WaitSeconds">All the waits of those served together, s.</param>
/// <param name="InTime">Who was served within 20 s.</param>
/// <param name="English">Who asked for English.</param>
/// <param name="EnglishServed">Of these, who was served.</param>
internal sealed record DayFigures(double Entered, double Served, double WaitSeconds, double InTime, double English, double EnglishServed)
{
    /// <summary>A wait within which service is in time: 20 s.</summary>
    public const int InTimeSeconds = 20;

    /// <summary>Nobody.</summary>
    public static readonly DayFigures Nothing = new(0, 0, 0, 0, 0, 0);

    /// <summary>The mean wait of those served, s; 0 where nobody was.</summary>
    public double MeanWait => Served > 0 ? WaitSeconds / Served : 0;

    /// <summary>The share that gave up.</summary>
    public double GivenUp => 1 - (Served / Entered);

    /// <summary>The share that was served within 20 s.</summary>
    public double WithinLimit => InTime / Entered;

    /// <summary>Both together.</summary>
    /// <param name="other">The other.</param>
    public DayFigures Plus(DayFigures other) => new(
        Entered + other.Entered,
        Served + other.Served,
        WaitSeconds + other.WaitSeconds,
        InTime + other.InTime,
        English + other.English,
        EnglishServed + other.EnglishServed);

    /// <summary>One of so many.</summary>
    /// <param name="count">How many.</param>
    public DayFigures Over(int count) => new(Entered / count, Served / count, WaitSeconds / count, InTime / count, English / count, EnglishServed / count);

    /// <summary>As the log says.</summary>
    /// <param name="day">The day.</param>
    public static DayFigures OfTheLog(BankDay day)
    {
        var served = day.Callers.Where(row => row.Outcome == Outcome.Agent).ToList();
        return new DayFigures(
            day.Callers.Count,
            served.Count,
            served.Sum(row => row.QueueSeconds),
            served.Count(row => row.QueueSeconds <= InTimeSeconds),
            day.Callers.Count(row => row.Type == CallTypes.English),
            served.Count(row => row.Type == CallTypes.English));
    }
}
