namespace Router.Simulator.Chance;

/// <summary>The uniform distribution.</summary>
/// <param name="low">The least, 0 or more.</param>
/// <param name="high">The most.</param>
internal sealed class Uniform(double low, double high) : Distribution
{
    /// <inheritdoc/>
    public override double Mean { get; } = (low + high) / 2;

    /// <inheritdoc/>
    public override double Draw(RandomStream stream) => low + ((high - low) * stream.NextUniform());
}
