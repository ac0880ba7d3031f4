namespace Router.Simulator.Chance;

/// <summary>The exponential distribution.</summary>
/// <param name="mean">Its mean, above 0.</param>
internal sealed class Exponential(double mean) : Distribution
{
    /// <inheritdoc/>
    public override double Mean { get; } = mean;

    /// <inheritdoc/>
    public override double Draw(RandomStream stream) => -Math.Log(stream.NextUniform()) * Mean;
}
