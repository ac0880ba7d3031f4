using Router.Simulator.Play;

namespace Router.Simulations.Bank;

/// <summary>How near the replay with the bank's own rule is to the log.</summary>
/// <param name="Log">What the log says.</param>
/// <param name="Replay">What the replay says.</param>
internal sealed record Calibration(DayFigures Log, DayFigures Replay)
{
    /// <summary>Hundredths by which each figure may miss: 15.</summary>
    public const double MostPercent = 15;

    private const int Seeds = 8;

    private static readonly double[] Factors = [.6, .7, .8, .85, .9, .95, 1, 1.05, 1.1, 1.15, 1.2, 1.3, 1.4];

    /// <summary>How far the mean wait of those served is off, in hundredths of the log's.</summary>
    public double MeanWaitPercent => Miss(Replay.MeanWait, Log.MeanWait);

    /// <summary>How far the share that gave up is off, in hundredths of the log's.</summary>
    public double GivenUpPercent => Miss(Replay.GivenUp, Log.GivenUp);

    /// <summary>How far the share served in time is off, in hundredths of the log's.</summary>
    public double WithinLimitPercent => Miss(Replay.WithinLimit, Log.WithinLimit);

    /// <summary>All three are near enough.</summary>
    public bool IsReached => Misses.All(miss => Math.Abs(miss) <= MostPercent);

    private double Squares => Misses.Sum(miss => miss * miss);

    private double[] Misses => [MeanWaitPercent, GivenUpPercent, WithinLimitPercent];

    /// <summary>Finds what the gaps have to be multiplied by for the replay to be nearest to the log, by least squares.</summary>
    /// <param name="log">What is known of the bank.</param>
    /// <param name="days">The days by which it is found.</param>
    /// <param name="seed">The first seed.</param>
    public static double FitGapFactor(BankLog log, IReadOnlyList<BankDay> days, ulong seed)
    {
        var logged = days.Select(DayFigures.OfTheLog).Aggregate((a, b) => a.Plus(b));
        var played = Replications.Run(
            Factors.Length * days.Count,
            number => Mean(new DayReplay(log, Factors[number / days.Count]), days[number % days.Count], seed));
        return Factors
            .Select((factor, i) => (Factor: factor, Played: played.Skip(i * days.Count).Take(days.Count).Aggregate((a, b) => a.Plus(b))))
            .MinBy(tried => new Calibration(logged, tried.Played).Squares)
            .Factor;
    }

    private static DayFigures Mean(DayReplay replay, BankDay day, ulong seed) => Enumerable.Range(0, Seeds)
        .Select(number => replay.Play(day, BankRule.OfTheBank, Staffing.AsLogged, seed + (ulong)number))
        .Aggregate((a, b) => a.Plus(b))
        .Over(Seeds);

    private static double Miss(double replay, double log) => replay == log ? 0 : 100 * (replay - log) / log;
}
