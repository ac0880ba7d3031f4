using Router.CallLog;
using Router.Engine.Policies;
using Router.Simulator.Counting;
using Router.Simulator.Play;
using Router.Simulator.Reports;

namespace Router.Simulations.Bank;

/// <summary><c>simulate bank</c>: a bank's log played again, first with the bank's own rule until it is near the log, then with ours.</summary>
internal static class BankRun
{
    /// <summary>How many times each day is played, each with other draws.</summary>
    public const int Seeds = 20;

    private static readonly (string Name, BankRule Rule, Staffing Staffing)[] Ways =
    [
        ("bank", BankRule.OfTheBank, Staffing.AsLogged),
        ("ours", BankRule.Ours, Staffing.AsLogged),
        ("bank_one_more", BankRule.OfTheBank, Staffing.OneMore),
        ("ours_one_more", BankRule.Ours, Staffing.OneMore),
        ("bank_one_fewer", BankRule.OfTheBank, Staffing.OneFewer),
        ("ours_one_fewer", BankRule.Ours, Staffing.OneFewer),
    ];

    /// <summary>Runs it.</summary>
    /// <param name="rows">The whole log.</param>
    /// <param name="from">The first day; the log may begin later.</param>
    /// <param name="to">The last day; the log may end earlier.</param>
    /// <param name="seed">The first seed of chance.</param>
    /// <exception cref="SimulationException">The log has nobody who was served in these days.</exception>
    public static BankResult Run(IReadOnlyList<CallRow> rows, DateOnly from, DateOnly to, ulong seed)
    {
        var days = BankDay.Of(rows, from, to);
        if (days.Count == 0 || days.All(day => day.Agents.Count == 0))
        {
            throw new SimulationException(Nobody(rows, from, to));
        }

        var half = days.Count / 2;
        IReadOnlyList<BankDay> fitted = days.Count == 1 ? days : [.. days.Take(half)];
        IReadOnlyList<BankDay> reported = days.Count == 1 ? days : [.. days.Skip(half)];
        var log = new BankLog(rows, fitted, days);
        var factor = Calibration.FitGapFactor(log, fitted, seed);
        var replay = new DayReplay(log, factor);
        var played = Replications.Run(
            Ways.Length * reported.Count,
            number => PlayDay(replay, Ways[number / reported.Count], reported[number % reported.Count], seed));
        return new BankResult(
            fitted,
            reported,
            factor,
            new Compared("log", [.. reported.Select(DayFigures.OfTheLog)]),
            [.. Ways.Select((way, i) => new Compared(way.Name, [.. played.Skip(i * reported.Count).Take(reported.Count)]))]);
    }

    private static string Nobody(IReadOnlyList<CallRow> rows, DateOnly from, DateOnly to)
    {
        var all = BankDay.Of(rows, DateOnly.MinValue, DateOnly.MaxValue);
        return all.All(day => day.Agents.Count == 0)
            ? "The log shows nobody who was served; right would be one with agents' names in the column 'server'."
            : $"The log shows nobody who was served in the days asked for, from {from:O} to {to:O}; it goes from {all[0].Date:O} to {all[^1].Date:O}: choose of these with --from and --to.";
    }

    /// <summary>Plays the reported days once more with each rule, and counts by interval of the day.</summary>
    /// <param name="rows">The whole log.</param>
    /// <param name="result">What came of <see cref="Run"/>.</param>
    /// <param name="seed">The seed of chance.</param>
    public static IReadOnlyList<ReportSeries> Report(IReadOnlyList<CallRow> rows, BankResult result, ulong seed)
    {
        var log = new BankLog(rows, result.Fitted, [.. result.Fitted.Union(result.Reported)]);
        var replay = new DayReplay(log, result.GapFactor);
        return Replications.Run(2, number =>
        {
            var (name, rule, staffing) = Ways[number];
            var counter = FigureCounter.OfDays(rule.Policy(WorkspacePolicy.Initial), result.Reported.Count);
            foreach (var day in result.Reported)
            {
                replay.Play(day, rule, staffing, seed, new CountingWatcher(counter));
            }

            return new ReportSeries(name, counter.Figures);
        });
    }

    private static DayFigures PlayDay(DayReplay replay, (string Name, BankRule Rule, Staffing Staffing) way, BankDay day, ulong seed) =>
        Enumerable.Range(0, Seeds)
            .Select(number => replay.Play(day, way.Rule, way.Staffing, seed + (ulong)number))
            .Aggregate((a, b) => a.Plus(b))
            .Over(Seeds);
}
