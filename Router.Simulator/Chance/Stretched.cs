namespace Router.Simulator.Chance;

/// <summary>Another distribution, with every draw multiplied.</summary>
/// <param name="inner">The other.</param>
/// <param name="factor">By what, above 0.</param>
internal sealed class Stretched(Distribution inner, double factor) : Distribution
{
    /// <inheritdoc/>
    public override double Mean { get; } = inner.Mean * factor;

    /// <inheritdoc/>
    public override double Draw(RandomStream stream) => inner.Draw(stream) * factor;
}
