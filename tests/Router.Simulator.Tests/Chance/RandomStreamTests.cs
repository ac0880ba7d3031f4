using Router.Simulator.Chance;

namespace Router.Simulator.Tests.Chance;

public sealed class RandomStreamTests
{
    [Fact]
    public void NextBits_OfASeedAndPurpose_AreTheSameForEver()
    {
        var stream = new RandomStream(1, "arrivals");

        ulong[] known = [3_813_543_967_142_843_576, 5_535_557_453_283_222_903, 11_895_915_190_141_502_237];
        Assert.Equal(known, new[] { stream.NextBits(), stream.NextBits(), stream.NextBits() });
    }

    [Theory]
    [InlineData(2, "arrivals")]
    [InlineData(1, "services")]
    [InlineData(1, "arrivalt")]
    public void NextBits_OfAnotherSeedOrPurpose_AreOthers(ulong seed, string purpose)
    {
        var one = new RandomStream(1, "arrivals");
        var other = new RandomStream(seed, purpose);

        Assert.DoesNotContain(Enumerable.Range(0, 1_000), _ => one.NextBits() == other.NextBits());
    }

    [Fact]
    public void NextIndex_IsBelowItsBound_AndReachesAll()
    {
        var stream = new RandomStream(3, "index");

        Assert.Equal(Enumerable.Range(0, 7), Enumerable.Range(0, 1_000).Select(_ => stream.NextIndex(7)).Distinct().Order());
    }
}
