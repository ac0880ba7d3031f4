using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Router.Simulator.Play;

namespace Router.Simulations.Truth;

/// <summary><c>simulate truth</c>: all examples, beside what must come out.</summary>
internal static class TruthRun
{
    /// <summary>How it ends when a figure is not what it must be.</summary>
    public const int NotTrue = 3;

    /// <summary>Runs it.</summary>
    /// <param name="output">Is told each figure, and in its last line the sum as JSON.</param>
    /// <param name="seed">The seed of chance.</param>
    /// <param name="share">How much of the usual length; below 1 the precision asked for is not judged.</param>
    /// <param name="spoil">What is made wrong on purpose.</param>
    /// <param name="only">Examples whose name begins so; all where it is empty.</param>
    /// <returns>0, or <see cref="NotTrue"/>.</returns>
    /// <exception cref="SimulationException">No example has such a name.</exception>
    public static int Run(TextWriter output, ulong seed, double share, Spoil spoil, string only = "")
    {
        var watch = Stopwatch.StartNew();
        var figures = new List<Figure>();
        var examples = Examples.All.Where(e => e.Name.StartsWith(only, StringComparison.OrdinalIgnoreCase)).ToList();
        if (examples.Count == 0)
        {
            throw new SimulationException($"No example's name begins with '{only}': they are {string.Join("; ", Examples.All.Select(e => e.Name))}.");
        }

        foreach (var example in examples)
        {
            figures.AddRange(example.Run(seed, share, spoil));
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{example.Name} simulated, {watch.Elapsed.TotalSeconds:F0} s"));
        }

        var expected = Reference.Read();
        var verdicts = figures.Select(figure => new Verdict(figure, expected[figure.Name])).ToList();
        verdicts.ForEach(verdict => output.WriteLine(TextOf(verdict)));
        var isTrue = verdicts.TrueForAll(v => v.IsTrue && (share < 1 || v.IsPrecise));
        output.WriteLine(JsonSerializer.Serialize(new
        {
            figures = verdicts.Count,
            largest_deviation_se = Math.Round(verdicts.Max(v => v.Errors), 2),
            largest_deviation_percent = Math.Round(verdicts.Max(v => v.Percent), 2),
            largest_se_percent_exact = LargestError(verdicts.Where(v => v.Expected.IsExact)),
            largest_se_percent_published = LargestError(verdicts.Where(v => !v.Expected.IsExact)),
            outside = verdicts.Count(v => !v.IsTrue),
            not_precise = verdicts.Count(v => !v.IsPrecise),
            seed,
            seconds = Math.Round(watch.Elapsed.TotalSeconds),
            ok = isTrue,
        }));
        return isTrue ? 0 : NotTrue;
    }

    private static double LargestError(IEnumerable<Verdict> verdicts) =>
        Math.Round(verdicts.Select(v => v.Figure.Measured.ErrorPercent).DefaultIfEmpty().Max(), 3);

    private static string TextOf(Verdict verdict)
    {
        var (measured, expected) = (verdict.Figure.Measured, verdict.Expected);
        var mark = verdict.IsTrue ? verdict.IsPrecise ? "" : "  NOT PRECISE" : "  NOT TRUE";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{verdict.Figure.Name,-52} {measured.Value,12:G7} ± {measured.ErrorPercent,5:F2} %   must be {expected.Value,10:G7}   off {verdict.Errors:F2} errors, {verdict.Percent:F2} %{mark}");
    }
}
