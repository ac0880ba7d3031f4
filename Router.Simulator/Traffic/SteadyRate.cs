namespace Router.Simulator.Traffic;

/// <summary>Always the same rate.</summary>
/// <param name="perMinute">Calls a minute, above 0.</param>
internal sealed class SteadyRate(double perMinute) : Rate
{
    /// <inheritdoc/>
    public override double Highest { get; } = perMinute;

    /// <inheritdoc/>
    public override double At(double minute) => Highest;
}
