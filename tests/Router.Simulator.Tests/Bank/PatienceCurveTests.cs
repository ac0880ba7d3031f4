using Router.Simulations.Bank;

namespace Router.Simulator.Tests.Bank;

public sealed class PatienceCurveTests
{
    // Six callers: hung up after 1 and 4 s, served after 2, 3, 5 and 6 s.
    private static readonly PatienceCurve Curve = new([(1_000, true), (2_000, false), (3_000, false), (4_000, true), (5_000, false), (6_000, false)]);

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1_000, 5.0 / 6)]
    [InlineData(3_999, 5.0 / 6)]
    [InlineData(4_000, 5.0 / 6 * 2 / 3)]
    [InlineData(6_000, 0)]
    public void ShareBeyond_CountsThoseServedUntilTheyWere(long ms, double share) => Assert.Equal(share, Curve.ShareBeyond(ms), 1e-12);

    [Theory]
    [InlineData(0, .9, 1_000)]
    [InlineData(0, .6, 4_000)]
    [InlineData(2_000, .9, 4_000)]
    [InlineData(2_000, .1, 6_000)]
    [InlineData(9_000, .5, 9_001)]
    public void Draw_IsLongerThanTheWaitThatIsKnown(long waited, double chance, long patience) => Assert.Equal(patience, Curve.Draw(waited, chance));
}
