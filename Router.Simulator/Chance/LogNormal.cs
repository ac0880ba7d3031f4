namespace Router.Simulator.Chance;

/// <summary>The log-normal distribution, as handle times often are.</summary>
internal sealed class LogNormal : Distribution
{
    private readonly double _location;
    private readonly double _scale;

    /// <summary>Makes it.</summary>
    /// <param name="mean">Its mean, above 0.</param>
    /// <param name="variation">Its coefficient of variation (standard deviation / mean), above 0.</param>
    public LogNormal(double mean, double variation)
    {
        Mean = mean;
        var variance = Math.Log(1 + (variation * variation));
        _scale = Math.Sqrt(variance);
        _location = Math.Log(mean) - (variance / 2);
    }

    /// <inheritdoc/>
    public override double Mean { get; }

    /// <inheritdoc/>
    public override double Draw(RandomStream stream) => Math.Exp(_location + (_scale * stream.NextNormal()));
}
