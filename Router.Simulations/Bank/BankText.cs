using System.Globalization;
using System.Text.Json;
using Router.Simulator.Figures;

namespace Router.Simulations.Bank;

/// <summary>What <c>simulate bank</c> prints.</summary>
internal static class BankText
{
    /// <summary>For people.</summary>
    /// <param name="result">What came of it.</param>
    public static IEnumerable<string> Lines(BankResult result)
    {
        var calibration = result.Calibration;
        yield return Invariant($"fit      {result.Fitted[0].Date:O} to {result.Fitted[^1].Date:O}: gaps off the phone times {result.GapFactor:0.0#}");
        if (result.Fitted[0].Date == result.Reported[0].Date)
        {
            yield return "         the only day there is, so the report is of the same day and shows how well it can be fitted, not more";
        }

        yield return Invariant($"report   {result.Reported[0].Date:O} to {result.Reported[^1].Date:O}, {BankRun.Seeds} seeds a day");
        yield return "                    mean wait   given up   in 20 s";
        foreach (var way in result.Ways.Prepend(result.Log))
        {
            yield return Invariant($"{way.Name,-18}  {way.Sum.MeanWait,7:F1} s   {way.Sum.GivenUp,8:P2}   {way.Sum.WithinLimit,7:P2}");
        }

        var misses = Invariant(
            $"mean wait {calibration.MeanWaitPercent:+0.0;-0.0} %, given up {calibration.GivenUpPercent:+0.0;-0.0} %, in 20 s {calibration.WithinLimitPercent:+0.0;-0.0} %");
        if (!calibration.IsReached)
        {
            yield return $"NOT calibrated: the replay with the bank's rule is off the log by {misses}. Nothing is claimed.";
            yield break;
        }

        yield return $"calibrated: the replay with the bank's rule is off the log by {misses}.";
        yield return Words("mean wait of those served", "s", 1, f => f.MeanWait);
        yield return Words("share given up", "%", 100, f => f.GivenUp);
        yield return Words("share served in 20 s", "%", 100, f => f.WithinLimit);
        yield return Invariant(
            $"English: {result.Log.Sum.English:F0} callers; served in the log {result.Log.Sum.EnglishServed:F0}, with the bank's rule {result.Bank.Sum.EnglishServed:F1}, with ours {result.Ours.Sum.EnglishServed:F1}.");

        string Words(string what, string unit, double times, Func<DayFigures, double> figure)
        {
            var difference = result.Ours.Minus(result.Bank, figure);
            return Invariant(
                $"{what}: in the calibrated replay {times * figure(result.Bank.Sum):F2} {unit} with the bank's rule and {times * figure(result.Ours.Sum):F2} {unit} with ours; the log says {times * figure(result.Log.Sum):F2} {unit}. By day, ours less the bank's: {times * difference.Mean:+0.00;-0.00} ± {times * difference.HalfWidth:F2} {unit}.");
        }
    }

    /// <summary>For programs, one line.</summary>
    /// <param name="result">What came of it.</param>
    /// <param name="seed">The first seed.</param>
    public static string Json(BankResult result, ulong seed) => JsonSerializer.Serialize(new
    {
        fit_from = result.Fitted[0].Date,
        fit_to = result.Fitted[^1].Date,
        report_from = result.Reported[0].Date,
        report_to = result.Reported[^1].Date,
        gap_factor = result.GapFactor,
        calibrated = result.Calibration.IsReached,
        off_percent = new
        {
            mean_wait = Round(result.Calibration.MeanWaitPercent),
            given_up = Round(result.Calibration.GivenUpPercent),
            in_20_s = Round(result.Calibration.WithinLimitPercent),
        },
        log = Of(result.Log),
        ways = result.Ways.ToDictionary(way => way.Name, Of),
        ours_less_bank = result.Pairs.ToDictionary(pair => pair.Staffing, pair => Differences(pair.Ours, pair.Bank)),
        seeds = BankRun.Seeds,
        seed,
    });

    private static object Of(Compared way) => new
    {
        mean_wait_s = Round(way.Sum.MeanWait),
        given_up = Round(way.Sum.GivenUp),
        in_20_s = Round(way.Sum.WithinLimit),
        english = Round(way.Sum.English),
        english_served = Round(way.Sum.EnglishServed),
    };

    private static object Differences(Compared ours, Compared bank) => new
    {
        mean_wait_s = Of(ours.Minus(bank, f => f.MeanWait)),
        given_up = Of(ours.Minus(bank, f => f.GivenUp)),
        in_20_s = Of(ours.Minus(bank, f => f.WithinLimit)),
    };

    private static object Of(PairedDifference difference) => new
    {
        mean = Round(difference.Mean),
        half_width_95 = double.IsNaN(difference.HalfWidth) ? (double?)null : Round(difference.HalfWidth),
    };

    private static double Round(double figure) => double.IsFinite(figure) ? Math.Round(figure, 4) : 0;

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
