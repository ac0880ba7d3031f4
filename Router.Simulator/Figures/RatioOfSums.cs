namespace Router.Simulator.Figures;

/// <summary>
/// A mean over all batches as the ratio of two sums, with its standard error (Cochran, 1977, 6.4). What is explained by chance having been kind or unkind
/// to the batches is taken out: control variates by regression (Lavenberg and Welch, 1981).
/// </summary>
internal static class RatioOfSums
{
    /// <summary>Works it out.</summary>
    /// <param name="batches">The batches, some more than they have controls.</param>
    public static Measured Of(IReadOnlyList<Batch> batches)
    {
        var (count, controls) = (batches.Count, batches[0].Controls.Length);
        var under = batches.Sum(b => b.Under) / count;
        var ratio = batches.Sum(b => b.Over) / count / under;
        var rests = batches.Select(b => b.Over - (ratio * b.Under)).ToArray();
        var means = Enumerable.Range(0, controls).Select(c => batches.Average(b => b.Controls[c])).ToArray();
        var slopes = LeastSquares.Slopes([.. batches.Select(b => b.Controls)], rests);
        var shift = means.Zip(slopes, (mean, slope) => mean * slope).Sum();
        var squares = rests.Select((rest, i) => Math.Pow(rest + shift - slopes.Zip(batches[i].Controls, (s, c) => s * c).Sum(), 2)).Sum();
        return new Measured(ratio - (shift / under), Math.Sqrt(squares / (count - controls - 1) / count) / under);
    }
}
