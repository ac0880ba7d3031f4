namespace Router.Simulator.Figures;

/// <summary>The mean of differences between two ways on the same days, with its interval of 95 %.</summary>
/// <param name="Mean">The mean.</param>
/// <param name="HalfWidth">Half the width of the interval; not a number for fewer than two days.</param>
internal readonly record struct PairedDifference(double Mean, double HalfWidth)
{
    /// <summary>Quantiles .975 of Student's distribution with 1, 2, … degrees of freedom.</summary>
    private static readonly double[] Student =
    [
        12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160, 2.145, 2.131, 2.120, 2.110, 2.101, 2.093, 2.086,
        2.080, 2.074, 2.069, 2.064, 2.060, 2.056, 2.052, 2.048, 2.045, 2.042,
    ];

    private const double Normal = 1.960;

    /// <summary>Works it out.</summary>
    /// <param name="differences">One for each day.</param>
    public static PairedDifference Of(IEnumerable<double> differences)
    {
        var tally = new Tally();
        foreach (var difference in differences)
        {
            tally.Add(difference);
        }

        var freedom = (int)tally.Count - 1;
        return new PairedDifference(
            tally.Mean,
            freedom < 1 ? double.NaN : tally.StandardError * (freedom <= Student.Length ? Student[freedom - 1] : Normal));
    }
}
