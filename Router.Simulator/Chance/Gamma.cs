namespace Router.Simulator.Chance;

/// <summary>The gamma distribution (method of Marsaglia and Tsang, 2000).</summary>
internal sealed class Gamma : Distribution
{
    private readonly double _shape;
    private readonly double _scale;

    /// <summary>Makes it.</summary>
    /// <param name="shape">Its shape, above 0.</param>
    /// <param name="rate">Its rate, above 0: the mean is shape / rate.</param>
    public Gamma(double shape, double rate)
    {
        _shape = shape;
        _scale = 1 / rate;
        Mean = shape / rate;
    }

    /// <inheritdoc/>
    public override double Mean { get; }

    /// <inheritdoc/>
    public override double Draw(RandomStream stream)
    {
        // Below a shape of 1: one of shape + 1, times a power of a uniform number.
        var boost = _shape < 1 ? Math.Pow(stream.NextUniform(), 1 / _shape) : 1;
        var d = (_shape < 1 ? _shape + 1 : _shape) - (1.0 / 3);
        var c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            var x = stream.NextNormal();
            var v = 1 + (c * x);
            if (v <= 0)
            {
                continue;
            }

            v = v * v * v;
            if (Math.Log(stream.NextUniform()) < (x * x / 2) + d - (d * v) + (d * Math.Log(v)))
            {
                return d * v * boost * _scale;
            }
        }
    }
}
