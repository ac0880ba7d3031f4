namespace Router.Simulator.Chance;

/// <summary>Always the same.</summary>
/// <param name="value">What it is, 0 or more.</param>
internal sealed class Constant(double value) : Distribution
{
    /// <inheritdoc/>
    public override double Mean { get; } = value;

    /// <inheritdoc/>
    public override double Draw(RandomStream stream) => Mean;
}
