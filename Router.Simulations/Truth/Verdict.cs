namespace Router.Simulations.Truth;

/// <summary>A figure beside what it must be.</summary>
/// <param name="Figure">The figure.</param>
/// <param name="Expected">What it must be.</param>
internal sealed record Verdict(Figure Figure, Expected Expected)
{
    /// <summary>Standard errors that a figure may be off: 3.</summary>
    public const double MostErrors = 3;

    /// <summary>Hundredths of its value that a figure may be off: 2.</summary>
    public const double MostPercent = 2;

    /// <summary>Half-widths of an interval of 95 % to one standard error.</summary>
    private const double HalfWidthsToError = 1.96;

    /// <summary>How far off it is, in standard errors of both sides.</summary>
    public double Errors => Math.Abs(Figure.Measured.Value - Expected.Value)
        / Math.Sqrt(Math.Pow(Figure.Measured.StandardError, 2) + Math.Pow(Expected.HalfWidth / HalfWidthsToError, 2));

    /// <summary>How far off it is, in hundredths of what it must be.</summary>
    public double Percent => 100 * Math.Abs(Figure.Measured.Value - Expected.Value) / Expected.Value;

    /// <summary>How far off it may be: what was itself measured cannot be held to more than its own interval.</summary>
    public double PercentAllowed => Math.Max(MostPercent, 100 * Expected.HalfWidth / Expected.Value);

    /// <summary>It was measured as exactly as is asked for.</summary>
    public bool IsPrecise => Figure.Measured.ErrorPercent <= Expected.MostErrorPercent;

    /// <summary>It is what it must be.</summary>
    public bool IsTrue => Errors <= MostErrors && Percent <= PercentAllowed;
}
