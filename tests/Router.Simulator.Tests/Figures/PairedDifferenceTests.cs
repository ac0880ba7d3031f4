using Router.Simulator.Figures;

namespace Router.Simulator.Tests.Figures;

public sealed class PairedDifferenceTests
{
    [Fact]
    public void Of_ThreeDays_HasStudentsInterval()
    {
        var difference = PairedDifference.Of([1, 2, 3]);

        Assert.Equal(2, difference.Mean, 1e-12);
        Assert.Equal(4.303 / Math.Sqrt(3), difference.HalfWidth, 1e-9);
    }

    [Fact]
    public void Of_OneDay_HasNoInterval() => Assert.True(double.IsNaN(PairedDifference.Of([1]).HalfWidth));
}
