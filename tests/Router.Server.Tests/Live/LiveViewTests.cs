using Router.Engine.Agents;
using Router.Server.Live;
using Router.Server.Workspaces;

namespace Router.Server.Tests.Live;

/// <summary>When the live view is read, and what a watcher is told of it.</summary>
public sealed class LiveViewTests
{
    private static readonly TimeSpan AMoment = TimeSpan.FromMilliseconds(1);

    [Fact]
    public void Commit_WhileNobodyWatches_ReadsNothing()
    {
        using var test = new ViewUnderTest();
        test.Commit();
        test.Time.Advance(LiveView.Beat * 5);

        Assert.Equal(0, test.Readings);
        Assert.Equal(0, test.Time.Timers);
    }

    [Fact]
    public async Task FirstFrame_HasEverything()
    {
        using var test = new ViewUnderTest();
        test.SetRow("cards", 3);
        test.SetRow("loans", 0);
        test.SetAgent("ann");
        test.SetAgent("bob", Presence.Away);

        await using var frames = test.Watch();
        var frame = await frames.NextAsync();

        Assert.True(frame is { Reset: true, Complete: true, ClockSpeed: 1 });
        Assert.Equal(["cards 3", "loans 0"], frame.Told());
        Assert.Equal(["ann", "bob"], frame.Agents.Select(a => a.AgentId).Order());
        Assert.Equal((2, 1, 1, 1), (frame.Counts.Registered, frame.Counts.Available, frame.Counts.Away, frame.Counts.Idle));
        Assert.Equal(test.Time.GetUtcNow().ToUnixTimeMilliseconds(), frame.ServerTime);
    }

    [Fact]
    public async Task ManyCommits_AreReadOnceInAnInterval()
    {
        using var test = new ViewUnderTest();
        await using var frames = test.Watch();
        await frames.NextAsync();
        await test.ReadingAsync();

        for (var commits = 1; commits <= 100; commits++)
        {
            test.SetRow("cards", commits);
            test.Commit();
        }

        test.Time.Advance(LiveView.Interval - AMoment);
        Assert.Equal(1, test.Readings);

        test.Time.Advance(AMoment);
        Assert.Equal(["cards 100"], (await frames.NextAsync()).Told());
        await test.ReadingAsync();
        Assert.Equal(2, test.Readings);
    }

    [Fact]
    public async Task Reading_ThatTakesLong_IsFollowedByALongerRest()
    {
        using var test = new ViewUnderTest { Cost = TimeSpan.FromMilliseconds(50) };
        await using var frames = test.Watch();
        await frames.NextAsync();
        await test.ReadingAsync();
        test.Commit();

        test.Time.Advance((test.Cost * LiveView.RestPerCost) - AMoment);
        Assert.Equal(1, test.Readings);

        test.Time.Advance(AMoment);
        await test.ReadingAsync();
        Assert.Equal(2, test.Readings);
    }

    [Fact]
    public async Task Frame_HasOnlyWhatHasChanged()
    {
        using var test = new ViewUnderTest();
        test.SetRow("cards", 1);
        test.SetRow("loans", 1);
        test.SetAgent("ann");
        test.SetAgent("bob");
        await using var frames = test.Watch();
        var first = await frames.NextAsync();
        await test.ReadingAsync();

        test.SetRow("loans", 2);
        test.SetAgent("bob", Presence.Away);
        test.Commit();
        test.Time.Advance(LiveView.Interval);
        var second = await frames.NextAsync();

        Assert.False(second.Reset);
        Assert.Equal(["loans 2"], second.Told());
        Assert.Equal("bob", Assert.Single(second.Agents).AgentId);
        Assert.Equal(1, second.Counts.Away);
        Assert.True(second.Version > first.Version);
        Assert.Equal(second.Version, Assert.Single(second.Rows).Version);
    }

    [Fact]
    public async Task Frame_NamesWhatIsNoMore()
    {
        using var test = new ViewUnderTest();
        test.SetRow("cards", 1);
        test.SetAgent("ann");
        await using var frames = test.Watch();
        await frames.NextAsync();
        await test.ReadingAsync();

        test.Rows.Clear();
        test.Agents.Clear();
        test.Commit();
        test.Time.Advance(LiveView.Interval);
        var frame = await frames.NextAsync();

        Assert.Equal("cards", Assert.Single(frame.RemovedRows).Queue);
        Assert.Equal("ann", Assert.Single(frame.RemovedAgents));
        Assert.Empty(frame.Rows);
    }

    [Fact]
    public async Task Beat_WithoutChange_TellsThatAllIsAsItWas()
    {
        using var test = new ViewUnderTest();
        test.SetRow("cards", 1);
        await using var frames = test.Watch();
        var first = await frames.NextAsync();
        await test.ReadingAsync();

        var next = frames.NextAsync();
        test.Commit();
        test.Time.Advance(LiveView.Interval);
        await test.ReadingAsync();
        Assert.False(next.IsCompleted);

        test.Time.Advance(LiveView.Beat - LiveView.Interval);
        var frame = await next;
        Assert.Empty(frame.Rows);
        Assert.Equal(first.Version, frame.Version);
        Assert.True(frame.AsOf > first.AsOf);
    }

    [Fact]
    public async Task SlowWatcher_GetsTheNewestValuesOnce_AndHoldsUpNobody()
    {
        using var test = new ViewUnderTest();
        test.SetRow("cards", 0);
        test.SetRow("loans", 0);
        await using var slow = test.Watch();
        await using var quick = test.Watch();
        await slow.NextAsync();
        await quick.NextAsync();
        await test.ReadingAsync();

        for (var waiting = 1; waiting <= 20; waiting++)
        {
            test.SetRow("cards", waiting);
            test.Commit();
            test.Time.Advance(LiveView.Interval);
            Assert.Equal([$"cards {waiting}"], (await quick.NextAsync()).Told());
            await test.ReadingAsync();
        }

        Assert.Equal(["cards 20"], (await slow.NextAsync()).Told());
        var next = slow.NextAsync();
        test.SetRow("loans", 5);
        test.Commit();
        test.Time.Advance(LiveView.Interval);
        Assert.Equal(["loans 5"], (await next).Told());
    }

    [Fact]
    public async Task Watcher_WhoComesBack_GetsEverythingAsItIsNow()
    {
        using var test = new ViewUnderTest();
        test.SetRow("cards", 1);
        test.SetRow("loans", 1);
        await using (var frames = test.Watch())
        {
            await frames.NextAsync();
            await test.ReadingAsync();
        }

        test.SetRow("cards", 7);
        test.Rows.Remove("loans");
        test.Commit();
        test.Time.Advance(LiveView.Interval);
        await using var again = test.Watch();
        var frame = await again.NextAsync();
        Assert.True(frame.Reset);
        Assert.Equal("cards 7", frame.Told()[0]);
    }

    [Fact]
    public async Task LastWatcher_WhoLeaves_EndsTheReading()
    {
        using var test = new ViewUnderTest();
        await using (var frames = test.Watch())
        {
            await frames.NextAsync();
            await test.ReadingAsync();
        }

        test.Time.Advance(LiveView.Interval);
        await Router.Testing.Eventually.TrueAsync(() => Task.FromResult(test.Time.Timers == 0), "the view ends its timers");
        test.Commit();
        test.Time.Advance(LiveView.Beat * 3);
        Assert.Equal(1, test.Readings);
    }

    [Fact]
    public async Task Outage_TellsNothing_AndEndsByItself()
    {
        using var test = new ViewUnderTest();
        test.SetRow("cards", 1);
        await using var frames = test.Watch();
        await frames.NextAsync();
        await test.ReadingAsync();

        test.Failure = WorkspaceUnavailableException.StoreUnavailable();
        var next = frames.NextAsync();
        test.Time.Advance(LiveView.Beat);
        await test.ReadingAsync();
        Assert.False(next.IsCompleted);

        test.Failure = null;
        test.SetRow("cards", 2);
        test.Time.Advance(LiveView.Beat);
        Assert.Equal(["cards 2"], (await next).Told());
    }

    [Fact]
    public async Task LargeWorkspace_ComesInPieces()
    {
        using var test = new ViewUnderTest();
        for (var i = 0; i < (LiveChanges.MostPerPiece * 2) + 1; i++)
        {
            test.SetAgent($"a{i}");
        }

        await using var frames = test.Watch();
        var pieces = new[] { await frames.NextAsync(), await frames.NextAsync(), await frames.NextAsync() };

        Assert.Equal([LiveChanges.MostPerPiece, LiveChanges.MostPerPiece, 1], pieces.Select(p => p.Agents.Count));
        Assert.Equal([(true, false), (false, false), (false, true)], pieces.Select(p => (p.Reset, p.Complete)));
        Assert.Equal(test.Agents.Count, pieces.SelectMany(p => p.Agents).DistinctBy(a => a.AgentId).Count());
    }
}
