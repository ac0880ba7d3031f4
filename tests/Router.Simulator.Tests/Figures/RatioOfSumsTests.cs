using Router.Simulator.Chance;
using Router.Simulator.Figures;

namespace Router.Simulator.Tests.Figures;

public sealed class RatioOfSumsTests
{
    private const int Trials = 400;

    [Fact]
    public void Slopes_OfALinearLaw_AreThoseOfTheLaw()
    {
        double[][] rows = [[1, 2, 0], [3, 1, 0], [0, 5, 0], [2, 2, 0]];

        var slopes = LeastSquares.Slopes(rows, [.. rows.Select(r => 7 + (2 * r[0]) - (3 * r[1]))]);

        Assert.Equal([2, -3, 0], slopes.Select(slope => Math.Round(slope, 9)));
    }

    [Fact]
    public void Of_BatchesWithoutControls_IsTheRatio_AndItsErrorTheUsualOne()
    {
        var measured = RatioOfSums.Of([new Batch(2, 1), new Batch(4, 1), new Batch(6, 1)]);

        Assert.Equal((4, Math.Sqrt(4.0 / 3)), (measured.Value, Math.Round(measured.StandardError, 12)), (a, b) => Math.Abs(a.Item1 - b.Item1) + Math.Abs(a.Item2 - b.Item2) < 1e-9);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Of_ManyTrials_HasTheErrorThatItTells(bool isControlled)
    {
        var stream = new RandomStream(1, "batches");
        var values = new Tally();
        var told = new Tally();
        for (var trial = 0; trial < Trials; trial++)
        {
            var measured = RatioOfSums.Of([.. Enumerable.Range(0, 50).Select(_ => BatchOf(stream, isControlled))]);
            values.Add(measured.Value);
            told.Add(measured.StandardError);
        }

        Assert.InRange(values.Mean, 10 - (4 * values.StandardError), 10 + (4 * values.StandardError));
        Assert.InRange(Math.Sqrt(values.Variance) / told.Mean, .88, 1.12);
        Assert.Equal(isControlled, told.Mean < .08);
    }

    private static Batch BatchOf(RandomStream stream, bool isControlled)
    {
        var luck = stream.NextNormal();
        var over = 10 + luck + (.5 * stream.NextNormal());
        return isControlled ? new Batch(over, 1, luck) : new Batch(over, 1);
    }
}
