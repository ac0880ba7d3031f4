namespace Router.Simulator.Traffic;

/// <summary>A rate for each period of a day, none after the last.</summary>
/// <param name="periodMinutes">How long a period is, minutes.</param>
/// <param name="perMinute">Calls a minute in each period, at least one above 0.</param>
/// <param name="factor">What each is multiplied by: how busy the day is.</param>
internal sealed class PeriodRate(double periodMinutes, IReadOnlyList<double> perMinute, double factor = 1) : Rate
{
    /// <inheritdoc/>
    public override double Highest { get; } = perMinute.Max() * factor;

    /// <inheritdoc/>
    public override double At(double minute)
    {
        var period = (int)(minute / periodMinutes);
        return period < perMinute.Count ? perMinute[period] * factor : 0;
    }
}
