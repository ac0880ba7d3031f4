using Router.Server.Live;

namespace Router.Server.Tests.Live;

/// <summary>Who shares frames with whom.</summary>
public sealed class SharedFrameTests
{
    [Fact]
    public async Task WatchersWhoKeepUp_AreSentTheSameFrame_WrittenOnce()
    {
        using var test = new ViewUnderTest();
        test.SetRow("cards", 0);
        await using var one = test.Watch();
        await using var other = test.Watch();
        await one.NextAsync();
        await other.NextAsync();
        await test.ReadingAsync();

        for (var waiting = 1; waiting <= 3; waiting++)
        {
            test.SetRow("cards", waiting);
            test.Commit();
            test.Time.Advance(LiveView.Interval);
            var frame = await one.NextAsync();
            Assert.Equal([$"cards {waiting}"], frame.Told());
            Assert.Same(frame, await other.NextAsync());
            Assert.Same(frame.Json(), frame.Json());
            await test.ReadingAsync();
        }
    }

    [Fact]
    public async Task WatchersWhoComeTogether_AreSentTheSameFirstFrames_OneWhoComesLaterHisOwn()
    {
        using var test = new ViewUnderTest();
        for (var i = 0; i <= LiveChanges.MostPerPiece; i++)
        {
            test.SetAgent($"a{i}");
        }

        await using var early = test.Watch();
        await early.NextAsync();
        await early.NextAsync();
        await test.ReadingAsync();
        test.Time.Advance(LiveView.Interval);
        await using var one = test.Watch();
        await using var other = test.Watch();
        var (first, second) = (await one.NextAsync(), await one.NextAsync());

        Assert.Equal((true, false, false, true), (first.Reset, first.Complete, second.Reset, second.Complete));
        Assert.Same(first, await other.NextAsync());
        Assert.Same(second, await other.NextAsync());

        test.Time.Advance(LiveView.Interval);
        await using var later = test.Watch();
        var his = await later.NextAsync();
        Assert.NotSame(first, his);
        Assert.Equal(test.Time.GetUtcNow().ToUnixTimeMilliseconds(), his.ServerTime);
    }

    [Fact]
    public async Task WatcherWhoFellBehind_GetsAFrameOfHisOwn_AndSharesAgainOnceHeIsLevel()
    {
        using var test = new ViewUnderTest();
        test.SetRow("cards", 0);
        test.SetRow("loans", 0);
        await using var slow = test.Watch();
        await using var quick = test.Watch();
        await slow.NextAsync();
        await quick.NextAsync();
        await test.ReadingAsync();
        await NewsAsync("cards", 1);
        await quick.NextAsync();
        await NewsAsync("loans", 2);

        Assert.Equal(["loans 2"], (await quick.NextAsync()).Told());
        Assert.Equal(["cards 1", "loans 2"], (await slow.NextAsync()).Told());

        await NewsAsync("cards", 3);
        var frame = await quick.NextAsync();
        Assert.Equal(["cards 3"], frame.Told());
        Assert.Same(frame, await slow.NextAsync());

        async Task NewsAsync(string queue, int waiting)
        {
            test.SetRow(queue, waiting);
            test.Commit();
            test.Time.Advance(LiveView.Interval);
            await test.ReadingAsync();
        }
    }

    [Fact]
    public async Task WatcherWhoFallsBehindAmidManyPieces_IsToldTheRestWithItsNewestValues()
    {
        using var test = new ViewUnderTest();
        for (var i = 0; i <= 2 * LiveChanges.MostPerPiece; i++)
        {
            test.SetRow($"q{i}", 0);
        }

        await using var slow = test.Watch();
        var told = (await slow.NextAsync()).Rows.ToDictionary(r => r.Queue, r => r.Waiting);
        await test.ReadingAsync();
        test.SetRow("q0", 5);
        test.SetRow($"q{2 * LiveChanges.MostPerPiece}", 6);
        test.Rows.Remove("q1");
        test.Commit();
        test.Time.Advance(LiveView.Interval);
        await test.ReadingAsync();

        var isComplete = false;
        while (!isComplete)
        {
            var frame = await slow.NextAsync();
            Assert.False(frame.Reset);
            frame.RemovedRows.ToList().ForEach(row => told.Remove(row.Queue));
            frame.Rows.ToList().ForEach(row => told[row.Queue] = row.Waiting);
            isComplete = frame.Complete;
        }

        Assert.Equal(test.Rows.ToDictionary(r => r.Key, r => r.Value.Waiting).OrderBy(r => r.Key), told.OrderBy(r => r.Key));
    }
}
