namespace Router.Simulator.Figures;

/// <summary>A figure that was measured, and how far it may be from what it would be in an endless run.</summary>
/// <param name="Value">The figure.</param>
/// <param name="StandardError">Its standard error.</param>
internal readonly record struct Measured(double Value, double StandardError)
{
    /// <summary>The standard error in hundredths of the figure.</summary>
    public double ErrorPercent => Value == 0 ? 0 : 100 * StandardError / Math.Abs(Value);
}
