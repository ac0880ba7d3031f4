namespace Router.Simulator.Traffic;

/// <summary>A rate that stays the same from one moment to another; stretches that overlap add up, and between them nobody comes.</summary>
internal sealed class PiecewiseRate : Rate
{
    private readonly double[] _from;
    private readonly double[] _perMinute;

    /// <summary>Makes it.</summary>
    /// <param name="stretches">Minutes since the calls began, and how many come a minute.</param>
    public PiecewiseRate(IReadOnlyList<(double From, double Until, double PerMinute)> stretches)
    {
        var changes = stretches
            .SelectMany(s => new[] { (At: s.From, More: s.PerMinute, Count: 1), (At: s.Until, More: -s.PerMinute, Count: -1) })
            .GroupBy(change => change.At)
            .OrderBy(moment => moment.Key);
        var (from, perMinute, rate, count) = (new List<double> { double.NegativeInfinity }, new List<double> { 0 }, 0.0, 0);
        foreach (var moment in changes)
        {
            rate += moment.Sum(change => change.More);
            count += moment.Sum(change => change.Count);
            from.Add(moment.Key);
            // What is left of sums and differences where nobody comes is not quite nothing.
            perMinute.Add(count == 0 ? 0 : rate);
        }

        _from = [.. from];
        _perMinute = [.. perMinute];
        Highest = _perMinute.Max();
    }

    /// <inheritdoc/>
    public override double Highest { get; }

    /// <inheritdoc/>
    public override double At(double minute)
    {
        var at = Array.BinarySearch(_from, minute);
        return _perMinute[at >= 0 ? at : ~at - 1];
    }
}
