using Router.Engine.Records;
using Router.Server.Store;
using Router.Server.Store.Commits;
using Router.Server.Store.Reading;
using Router.Store.Tests.Support;

namespace Router.Store.Tests.Reading;

public sealed class EventLogTests(StoreFixture fixture) : IClassFixture<StoreFixture>
{
    [Theory]
    [InlineData(1, 10, 1, 12)]
    [InlineData(4, 10, 4, 12)]
    [InlineData(5, 10, 5, 12)]
    [InlineData(12, 10, 12, 12)]
    [InlineData(3, 1, 3, 7)]
    public async Task ReadAsync_FromANumber_BeginsThere(long from, int batches, long first, long last)
    {
        var workspace = await WithEventsAsync();

        var events = await workspace.Store.Events.ReadAsync(from, batches, CancellationToken.None);

        Assert.Equal(Numbers(first, last), events.Select(e => e.Position.Number));
        Assert.All(events, e => Assert.Equal(workspace.Store.Workspace, e.Workspace));
    }

    [Fact]
    public async Task ReadAsync_PastTheEnd_GivesNothing()
    {
        var workspace = await WithEventsAsync();

        Assert.Empty(await workspace.Store.Events.ReadAsync(13, 10, CancellationToken.None));
    }

    [Fact]
    public async Task RangeAsync_OfAnEmptyLog_IsNull()
    {
        var workspace = await fixture.OwnAsync();

        Assert.Null(await workspace.Store.Events.RangeAsync(CancellationToken.None));
        Assert.Empty(await workspace.Store.Events.ReadAsync(1, 10, CancellationToken.None));
    }

    [Fact]
    public async Task RangeAsync_NamesOldestAndNewestWithTheirTerms()
    {
        var workspace = await WithEventsAsync();
        await workspace.CommitAsync(Batches.WithFacts(13, 1) with { Meta = new MetaRecord { Term = 7 } });

        Assert.Equal(
            new EventRange(new EventPosition(1, 1), new EventPosition(7, 13)),
            await workspace.Store.Events.RangeAsync(CancellationToken.None));
    }

    [Fact]
    public async Task MoveRelayedAsync_IsKeptAndNeverGoesBack()
    {
        var workspace = await WithEventsAsync();

        await workspace.Store.MoveRelayedAsync(workspace.Claim, new EventPosition(1, 7), CancellationToken.None);
        Assert.Equal(CommitAnswer.Applied, await workspace.Store.MoveRelayedAsync(workspace.Claim, new EventPosition(1, 4), CancellationToken.None));

        Assert.Equal(new EventPosition(1, 7), await workspace.Store.RelayedAsync(CancellationToken.None));
    }

    [Fact]
    public async Task MoveRelayedAsync_ByAnOwnerOfThePast_ChangesNothing()
    {
        var workspace = await WithEventsAsync();
        var past = workspace.Claim;
        workspace.Claim = await workspace.Store.ClaimAsync("node-2", "", past, null, CancellationToken.None);

        Assert.Equal(CommitAnswer.Fenced, await workspace.Store.MoveRelayedAsync(past, new EventPosition(1, 7), CancellationToken.None));
        Assert.Null(await workspace.Store.RelayedAsync(CancellationToken.None));
    }

    [Fact]
    public async Task TrimEventsAsync_ByCount_KeepsTheLastOnesWithTheirWholeBatch()
    {
        var time = new SteppedTime();
        await using var store = await fixture.ConnectAsync(time);
        var workspace = await WithEventsAsync(store, time, batches: 500, perBatch: 3);
        await workspace.Store.MoveRelayedAsync(workspace.Claim, new EventPosition(1, 1_500), CancellationToken.None);

        // A thousand are kept, the fewest that may be asked for.
        Assert.Equal(166, await workspace.Store.TrimEventsAsync(workspace.Claim, 1_500, CancellationToken.None));

        Assert.Equal(499, (await workspace.Store.Events.RangeAsync(CancellationToken.None))!.Oldest.Number);
        Assert.Equal(Numbers(499, 1_500), (await workspace.Store.Events.ReadAsync(1, 1_000, CancellationToken.None)).Select(e => e.Position.Number));
        Assert.Equal(0, await workspace.Store.TrimEventsAsync(workspace.Claim, 1_500, CancellationToken.None));
    }

    [Fact]
    public async Task TrimEventsAsync_ByAge_KeepsTheYoungOnes()
    {
        var time = new SteppedTime();
        await using var store = await fixture.ConnectAsync(time);
        var workspace = await WithEventsAsync(store, time, batches: 50, perBatch: 3);
        time.Step(TimeSpan.FromDays(RedisOptions.DefaultEventsKeptDays - 1));
        await RenewTermAsync(workspace);
        await workspace.CommitAsync(Batches.WithFacts(151, 2));
        await workspace.Store.MoveRelayedAsync(workspace.Claim, new EventPosition(1, 152), CancellationToken.None);
        Assert.Equal(0, await workspace.Store.TrimEventsAsync(workspace.Claim, 152, CancellationToken.None));

        time.Step(TimeSpan.FromDays(1) + TimeSpan.FromMinutes(1));
        await RenewTermAsync(workspace);

        Assert.Equal(50, await workspace.Store.TrimEventsAsync(workspace.Claim, 152, CancellationToken.None));
        Assert.Equal(151, (await workspace.Store.Events.RangeAsync(CancellationToken.None))!.Oldest.Number);
    }

    [Fact]
    public async Task TrimEventsAsync_NeverDropsWhatWasNotRelayed()
    {
        var time = new SteppedTime();
        await using var store = await fixture.ConnectAsync(time);
        var workspace = await WithEventsAsync(store, time, batches: 500, perBatch: 3);
        time.Step(TimeSpan.FromDays(400));
        await RenewTermAsync(workspace);
        Assert.Equal(0, await workspace.Store.TrimEventsAsync(workspace.Claim, 1_500, CancellationToken.None));

        await workspace.Store.MoveRelayedAsync(workspace.Claim, new EventPosition(1, 10), CancellationToken.None);

        Assert.Equal(3, await workspace.Store.TrimEventsAsync(workspace.Claim, 1_500, CancellationToken.None));
        Assert.Equal(10, (await workspace.Store.Events.RangeAsync(CancellationToken.None))!.Oldest.Number);
    }

    [Fact]
    public async Task TrimEventsAsync_ByAnOwnerOfThePast_DropsNothing()
    {
        var time = new SteppedTime();
        await using var store = await fixture.ConnectAsync(time);
        var workspace = await WithEventsAsync(store, time, batches: 500, perBatch: 3);
        await workspace.Store.MoveRelayedAsync(workspace.Claim, new EventPosition(1, 1_500), CancellationToken.None);
        await workspace.Store.ClaimAsync("node-2", "", workspace.Claim, null, CancellationToken.None);

        Assert.Equal(0, await workspace.Store.TrimEventsAsync(workspace.Claim, 1_500, CancellationToken.None));
        Assert.Equal(1, (await workspace.Store.Events.RangeAsync(CancellationToken.None))!.Oldest.Number);
    }

    private static IEnumerable<long> Numbers(long first, long last) => Enumerable.Range((int)first, (int)(last - first + 1)).Select(n => (long)n);

    // Days pass for the server, not for Redis: to it the lease is as it was.
    private static async Task RenewTermAsync(WorkspaceUnderTest workspace) =>
        workspace.Claim = await workspace.Store.ClaimAsync("node-1", "", workspace.Claim, null, CancellationToken.None);

    private async Task<WorkspaceUnderTest> WithEventsAsync()
    {
        var workspace = await fixture.OwnAsync();
        await workspace.CommitAsync(Batches.WithFacts(1, 4));
        await workspace.CommitAsync(Batches.Empty);
        await workspace.CommitAsync(Batches.WithFacts(5, 3));
        await workspace.CommitAsync(Batches.WithFacts(8, 5));
        return workspace;
    }

    private async Task<WorkspaceUnderTest> WithEventsAsync(RouterStore store, SteppedTime time, int batches, int perBatch)
    {
        var workspace = await fixture.OwnAsync(store, time);
        for (var i = 0; i < batches; i++)
        {
            await workspace.CommitAsync(Batches.WithFacts((i * perBatch) + 1, perBatch));
        }

        return workspace;
    }
}
