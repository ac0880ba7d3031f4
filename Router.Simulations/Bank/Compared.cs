using Router.Simulator.Figures;

namespace Router.Simulations.Bank;

/// <summary>One way to play the reported days, beside the bank's own.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Days">Its figures, by day; each the mean over the seeds.</param>
internal sealed record Compared(string Name, IReadOnlyList<DayFigures> Days)
{
    /// <summary>All days together.</summary>
    public DayFigures Sum => Days.Aggregate((a, b) => a.Plus(b));

    /// <summary>How much more a figure is than another way's, on the same days.</summary>
    /// <param name="other">The other way.</param>
    /// <param name="figure">The figure.</param>
    public PairedDifference Minus(Compared other, Func<DayFigures, double> figure) =>
        PairedDifference.Of(Days.Zip(other.Days, (mine, its) => figure(mine) - figure(its)));
}
