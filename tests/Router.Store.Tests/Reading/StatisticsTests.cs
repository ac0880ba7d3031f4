using Router.Server.Statistics;
using Router.Store.Tests.Support;

namespace Router.Store.Tests.Reading;

public sealed class StatisticsTests(StoreFixture fixture) : IClassFixture<StoreFixture>
{
    private const long Minute = Batches.Noon - TallyKey.MinuteMs;

    [Fact]
    public async Task LoadAsync_AfterSomeBatches_GivesWhatTheyCountedAndWhatWasFolded()
    {
        var workspace = await fixture.OwnAsync();
        await workspace.CommitAsync(Batches.Empty, statistics: new([Of(TallySpan.Minute, Minute, 1)], null));
        await workspace.CommitAsync(
            Batches.Empty,
            statistics: new(
                [Of(TallySpan.Minute, Minute, 2)],
                [Of(TallySpan.Minute, Minute, 10), Of(TallySpan.Minute, Minute - TallyKey.HourMs, 11), Of(TallySpan.Day, Batches.Noon - (TallyKey.DayMs / 2), 12), Of(TallySpan.Interval, 0, 13)]));
        await workspace.CommitAsync(Batches.Empty, statistics: new([Of(TallySpan.AgentHour, 0, 3)], null));

        var loaded = (await workspace.LoadAsync()).Statistics;

        Assert.Equal([2, 3], loaded.Counted.Select(c => c.Tally[Figure.Entered]).Order());
        Assert.Contains(loaded.Counted, c => c.Key == new TallyKey(TallySpan.Minute, Minute, "service", "call", "he"));
        Assert.Equal([10, 11, 12], loaded.Folded.Select(c => c.Tally[Figure.Entered]).Order());
        Assert.All(loaded.Folded, f => Assert.Equal((1, 7_000), (Spread.Of(f.Tally, Measure.Wait).Count, f.Tally.SumOf(Measure.Wait))));
    }

    [Fact]
    public async Task ReadAsync_OfSpansOrKeys_GivesThoseThatThereAre()
    {
        var workspace = await fixture.OwnAsync();
        var (one, other) = (Of(TallySpan.Interval, 0, 1), Of(TallySpan.Interval, 96 * TallyKey.IntervalMs, 2));
        await workspace.CommitAsync(Batches.Empty, statistics: new([], [one, other]));
        var reader = workspace.Store.Statistics;

        var spans = await reader.ReadAsync(TallySpan.Interval, Enumerable.Range(0, 200).Select(i => i * TallyKey.IntervalMs), CancellationToken.None);
        var keys = await reader.ReadAsync([other.Key, one.Key with { Name = "other" }, one.Key with { Start = TallyKey.IntervalMs }], CancellationToken.None);

        Assert.Equal([one.Key, other.Key], spans.Select(s => s.Key));
        Assert.Equal((other.Key, 2), (Assert.Single(keys).Key, keys[0].Tally[Figure.Entered]));
    }

    private static CountedTally Of(TallySpan span, long start, int entered)
    {
        var tally = new Tally();
        tally.Add(Figure.Entered, entered);
        tally.Add(Measure.Wait, 7_000);
        return new CountedTally(new TallyKey(span, start, "service", "call", "he"), tally);
    }
}
