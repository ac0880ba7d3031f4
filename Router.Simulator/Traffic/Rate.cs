namespace Router.Simulator.Traffic;

/// <summary>How many calls come a minute, as time goes on.</summary>
internal abstract class Rate
{
    /// <summary>The most at any time, calls a minute.</summary>
    public abstract double Highest { get; }

    /// <summary>How many come at a moment.</summary>
    /// <param name="minute">Minutes since the calls began.</param>
    /// <returns>Calls a minute, 0 to <see cref="Highest"/>.</returns>
    public abstract double At(double minute);
}
