using Router.Simulator.Chance;

namespace Router.Simulator.Traffic;

/// <summary>Moments of a Poisson process whose rate may change with time (thinning of Lewis and Shedler, 1979).</summary>
/// <param name="rate">How many a minute.</param>
/// <param name="stream">Where chance comes from.</param>
internal sealed class PoissonTimes(Rate rate, RandomStream stream)
{
    private readonly bool _isSteady = rate is SteadyRate;
    private double _minute;

    /// <summary>The next moment, or null when none comes up to a time.</summary>
    /// <param name="untilMinute">The time, minutes since the process began.</param>
    /// <returns>Minutes since the process began.</returns>
    public double? Next(double untilMinute)
    {
        while (true)
        {
            _minute -= Math.Log(stream.NextUniform()) / rate.Highest;
            if (_minute >= untilMinute)
            {
                return null;
            }

            if (_isSteady || stream.NextUniform() * rate.Highest < rate.At(_minute))
            {
                return _minute;
            }
        }
    }
}
