namespace Router.Simulations.Estimates;

/// <summary>What was measured in a setting, beside what must come out.</summary>
/// <param name="Setting">The setting.</param>
/// <param name="Measured">The measures of all runs.</param>
internal sealed record SettingVerdict(Setting Setting, Measures Measured)
{
    private const double LeastCoverage = 0.88;
    private const double MostCoverage = 0.93;
    private const double LeastOfPart = 0.85;
    private const double MostOfPart = 0.97;
    private const double MostPromiseToWait = 2.1;

    /// <summary>Fewer tickets in a class or range say nothing.</summary>
    private const int LeastTickets = 1_000;

    /// <summary>The estimate's error as a share of that of Asterisk's average.</summary>
    public double OfAsterisk => Measured.Error / Measured.ErrorOfAverage;

    /// <summary>Classes that are judged.</summary>
    public IEnumerable<Share> Classes => Measured.Classes.Where(s => s.Count > LeastTickets);

    /// <summary>Ranges of tickets ahead that are judged.</summary>
    public IEnumerable<Share> Buckets => Measured.Buckets.Where(s => s.Count > LeastTickets);

    /// <summary>What is outside its bounds, in words.</summary>
    public IEnumerable<string> Mistakes()
    {
        if (!(Measured.All.Value is >= LeastCoverage and <= MostCoverage))
        {
            yield return $"{Measured.All.Value:F4} of the promises were kept; right would be {LeastCoverage} to {MostCoverage}";
        }

        foreach (var (what, parts) in new[] { ("class", Measured.Classes), ("range", Measured.Buckets) })
        {
            for (var i = 0; i < parts.Count; i++)
            {
                if (parts[i].Count > LeastTickets && parts[i].Value is < LeastOfPart or > MostOfPart)
                {
                    yield return $"{parts[i].Value:F4} were kept in {what} {i}; right would be {LeastOfPart} to {MostOfPart}";
                }
            }
        }

        if (!(OfAsterisk <= Setting.MostOfAsterisk))
        {
            yield return $"the estimate's error is {OfAsterisk:F3} of that of Asterisk's average; it may be {Setting.MostOfAsterisk}";
        }

        if (!(Measured.PromiseToWait <= MostPromiseToWait))
        {
            yield return $"the mean promise is {Measured.PromiseToWait:F2} times the mean wait; it may be {MostPromiseToWait}";
        }
    }
}
