using Router.Simulator.Chance;
using Router.Simulator.Figures;

namespace Router.Simulator.Tests.Chance;

/// <summary>Mean and standard deviation of many draws, beside those of the textbook.</summary>
public sealed class DistributionTests
{
    private const int Draws = 200_000;

    public static TheoryData<string, double, double> Cases() => new()
    {
        { "exponential", 3, 3 },
        { "constant", 4, 0 },
        { "uniform", 5, 4 / Math.Sqrt(12) },
        { "log-normal", 5, 6.5 },
        { "gamma", 1, 1 / Math.Sqrt(28.7) },
        { "low gamma", .25, .5 },
        { "stretched", 6, 6 },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Draws_HaveTheMeanAndDeviation_OfTheDistribution(string name, double mean, double deviation)
    {
        var distribution = Of(name);
        var stream = new RandomStream(1, name);
        var tally = new Tally();
        for (var i = 0; i < Draws; i++)
        {
            tally.Add(distribution.Draw(stream));
        }

        Assert.Equal(mean, distribution.Mean, 1e-12);
        Assert.InRange(tally.Mean, mean - (4 * tally.StandardError), mean + (4 * tally.StandardError));
        Assert.InRange(Math.Sqrt(tally.Variance), deviation * .97, deviation * 1.03);
    }

    private static Distribution Of(string name) => name switch
    {
        "exponential" => new Exponential(3),
        "constant" => new Constant(4),
        "uniform" => new Uniform(3, 7),
        "log-normal" => new LogNormal(5, 1.3),
        "gamma" => new Gamma(28.7, 28.7),
        "low gamma" => new Gamma(.25, 1),
        _ => new Stretched(new Exponential(3), 2),
    };
}
