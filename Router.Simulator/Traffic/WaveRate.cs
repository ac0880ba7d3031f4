namespace Router.Simulator.Traffic;

/// <summary>A rate that goes up and down as a sine.</summary>
/// <param name="mean">Its mean, calls a minute.</param>
/// <param name="swing">How far it goes above and below, calls a minute, at most the mean.</param>
/// <param name="periodMinutes">How long one wave is, minutes.</param>
internal sealed class WaveRate(double mean, double swing, double periodMinutes) : Rate
{
    /// <inheritdoc/>
    public override double Highest { get; } = mean + swing;

    /// <inheritdoc/>
    public override double At(double minute) => mean + (swing * Math.Sin(2 * Math.PI * minute / periodMinutes));
}
