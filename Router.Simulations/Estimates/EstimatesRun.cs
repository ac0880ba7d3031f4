using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Router.Simulator.Play;

namespace Router.Simulations.Estimates;

/// <summary><c>simulate estimates</c>: how true the waiting times are that customers are told.</summary>
internal static class EstimatesRun
{
    /// <summary>How it ends when a figure is outside its bounds.</summary>
    public const int OutOfBounds = 3;

    /// <summary>Minutes of one run that count.</summary>
    public const int Minutes = 60_000;

    /// <summary>The seeds of every run, before the one that is random.</summary>
    public const int FixedSeeds = 10;

    /// <summary>Runs it.</summary>
    /// <param name="output">Is told the figures of each setting, and in its last line all as JSON.</param>
    /// <param name="minutes">Minutes of each run that count.</param>
    /// <param name="fixedSeeds">Runs of each setting, with the seeds 1, 2, …</param>
    /// <param name="seed">The seed of one more; null leaves it out.</param>
    /// <param name="only">Settings whose name begins so; all where it is empty.</param>
    /// <returns>0, or <see cref="OutOfBounds"/>.</returns>
    public static int Run(TextWriter output, int minutes, int fixedSeeds, ulong? seed, string only = "")
    {
        var watch = Stopwatch.StartNew();
        ulong[] seeds = [.. Enumerable.Range(1, fixedSeeds).Select(n => (ulong)n), .. seed is { } one ? [one] : Array.Empty<ulong>()];
        var verdicts = new List<SettingVerdict>();
        foreach (var setting in Settings.All.Where(s => s.Name.StartsWith(only, StringComparison.OrdinalIgnoreCase)))
        {
            var sum = new Measures(setting.Calls.Count);
            foreach (var measured in Replications.Run(seeds.Length, number => SettingRun.Run(setting, minutes, seeds[number])))
            {
                sum.Add(measured);
            }

            verdicts.Add(new SettingVerdict(setting, sum));
            Print(output, verdicts[^1]);
        }

        var isOk = verdicts.Count > 0 && verdicts.TrueForAll(v => !v.Mistakes().Any());
        output.WriteLine(JsonSerializer.Serialize(new
        {
            settings = verdicts.Select(Figures),
            outside = verdicts.Sum(v => v.Mistakes().Count()),
            minutes,
            seeds,
            seconds = Math.Round(watch.Elapsed.TotalSeconds),
            ok = isOk,
        }));
        return isOk ? 0 : OutOfBounds;
    }

    private static object Figures(SettingVerdict verdict) => new
    {
        name = verdict.Setting.Name,
        tickets = verdict.Measured.All.Count,
        mean_wait_seconds = Rounded(verdict.Measured.MeanWait),
        coverage = Rounded(verdict.Measured.All.Value),
        coverage_with_given_up = Rounded(verdict.Measured.WithGivenUp.Value),
        recorded = Rounded(verdict.Measured.Recorded.Value),
        classes = verdict.Classes.Select(s => Rounded(s.Value)),
        buckets = verdict.Buckets.Select(s => Rounded(s.Value)),
        worst_window = Rounded(verdict.Measured.WorstWindow),
        relative_rmse = Rounded(verdict.Measured.Error),
        relative_rmse_asterisk = Rounded(verdict.Measured.ErrorOfAverage),
        of_asterisk = Rounded(verdict.OfAsterisk),
        promise_to_wait = Rounded(verdict.Measured.PromiseToWait),
    };

    private static void Print(TextWriter output, SettingVerdict verdict)
    {
        var measured = verdict.Measured;
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{verdict.Setting.Name,-20} {measured.All.Count,9} waited {measured.MeanWait,6:F1} s   kept {Percent(measured.All)} ({Percent(measured.WithGivenUp)} with those who gave up), worst 1,000 {100 * measured.WorstWindow:F1} %   error {measured.Error:F3}, Asterisk {measured.ErrorOfAverage:F3}: {verdict.OfAsterisk:F3}   promise {measured.PromiseToWait:F2} waits"));
        output.WriteLine($"    classes {Percents(verdict.Classes)}   by tickets ahead {Percents(verdict.Buckets)}");
        foreach (var mistake in verdict.Mistakes())
        {
            output.WriteLine($"    OUTSIDE: {mistake}");
        }
    }

    private static string Percents(IEnumerable<Share> shares) => string.Join(' ', shares.Select(Percent));

    private static string Percent(Share share) => string.Create(CultureInfo.InvariantCulture, $"{100 * share.Value:F1} %");

    private static double Rounded(double value) => double.IsFinite(value) ? Math.Round(value, 4) : 0;
}
