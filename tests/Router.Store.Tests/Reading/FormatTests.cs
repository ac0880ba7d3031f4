using Router.Server.Store;
using Router.Server.Store.Commits;
using Router.Store.Tests.Support;

namespace Router.Store.Tests.Reading;

public sealed class FormatTests(StoreFixture fixture) : IClassFixture<StoreFixture>
{
    [Fact]
    public async Task LoadAsync_OfANewerFormat_IsRefused()
    {
        var workspace = await fixture.OwnAsync();
        await workspace.CommitAsync(Batches.With(Batches.Ticket("t1")));
        await fixture.Database.HashSetAsync(workspace.Keys.Meta, "format", 2);

        var refused = await Assert.ThrowsAsync<StoreRefusedException>(workspace.LoadAsync);

        Assert.Contains("format 2", refused.Message);
        Assert.Contains("start a newer server", refused.Message);
    }

    [Fact]
    public async Task LoadAsync_OfAnswersAndSubmits_FindsThoseOfEveryBucketStillKept()
    {
        var time = new SteppedTime();
        await using var store = await fixture.ConnectAsync(time);
        var workspace = await fixture.OwnAsync(store, time);
        for (var i = 0; i < 5; i++)
        {
            var now = time.GetUtcNow().ToUnixTimeMilliseconds();
            await workspace.CommitAsync(
                Batches.Empty,
                [new KeptRequest("anna", $"r-{i}", 1, Engine.Outcome.Done(), now)],
                [new KeptSubmit((UInt128)i, $"t{i}", ReadOnlyMemory<byte>.Empty, now)]);
            time.Step(TimeSpan.FromMinutes(6));
        }

        workspace.Claim = await workspace.Store.ClaimAsync("node-1", "", workspace.Claim, null, CancellationToken.None);
        var loaded = await workspace.LoadAsync();

        // Those of the last 20 minutes at the least.
        Assert.Superset(new HashSet<string> { "r-2", "r-3", "r-4" }, loaded.Requests.Select(r => r.RequestId).ToHashSet());
        Assert.Equal(["t0", "t1", "t2", "t3", "t4"], loaded.Submits.Select(s => s.TicketId).Order());
    }

    [Theory]
    [InlineData(3)]
    [InlineData(26 * 60)]
    public async Task LoadAsync_AfterAClockThatWasAheadIsSetBack_FindsWhatWasKeptMeanwhile(int hoursAhead)
    {
        var time = new SteppedTime();
        await using var store = await fixture.ConnectAsync(time);
        var workspace = await fixture.OwnAsync(store, time);
        await KeepAsync("before");
        time.Step(TimeSpan.FromHours(hoursAhead));
        await KeepAsync("ahead");
        time.Step(TimeSpan.FromHours(-hoursAhead));
        await workspace.LoadAsync();
        await KeepAsync("after");

        var loaded = await workspace.LoadAsync();

        Assert.Equal(["after", "ahead", "before"], loaded.Requests.Select(r => r.RequestId).Order());
        Assert.Equal(["after", "ahead", "before"], loaded.Submits.Select(s => s.TicketId).Order());

        Task KeepAsync(string id)
        {
            var now = time.GetUtcNow().ToUnixTimeMilliseconds();
            return workspace.CommitAsync(
                Batches.Empty,
                [new KeptRequest("anna", id, 1, Engine.Outcome.Done(), now)],
                [new KeptSubmit((UInt128)id.Length, id, ReadOnlyMemory<byte>.Empty, now)]);
        }
    }

    [Fact]
    public async Task LoadAsync_OfBucketsThatNobodyNoted_FindsThoseOfNow()
    {
        var workspace = await fixture.OwnAsync();
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();
        await workspace.CommitAsync(Batches.Empty, [new KeptRequest("anna", "r", 1, Engine.Outcome.Done(), now)]);
        await fixture.Database.KeyDeleteAsync(workspace.Keys.Buckets);

        Assert.Single((await workspace.LoadAsync()).Requests);
    }

    [Fact]
    public async Task CommitAsync_NotesABucketOnceAndForgetsThoseThatAreOver()
    {
        var time = new SteppedTime();
        await using var store = await fixture.ConnectAsync(time);
        var workspace = await fixture.OwnAsync(store, time);
        for (var i = 0; i < 40; i++)
        {
            var now = time.GetUtcNow().ToUnixTimeMilliseconds();
            await workspace.CommitAsync(Batches.Empty, [new KeptRequest("anna", $"r-{i}", 1, Engine.Outcome.Done(), now)]);
            time.Step(TimeSpan.FromMinutes(4));
        }

        // Of the last half hour, and the one begun then.
        Assert.InRange(await fixture.Database.SortedSetLengthAsync(workspace.Keys.Buckets), 3, 4);
    }

    [Fact]
    public async Task CommitAsync_OfAnswersAndSubmits_LetsTheirBucketsExpire()
    {
        var workspace = await fixture.OwnAsync();
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();
        await workspace.CommitAsync(
            Batches.Empty,
            [new KeptRequest("anna", "r", 1, Engine.Outcome.Done(), now)],
            [new KeptSubmit(1, "t", ReadOnlyMemory<byte>.Empty, now)]);

        var dump = await fixture.DumpAsync(workspace);

        var answered = await fixture.Database.KeyTimeToLiveAsync(dump.Keys.Single(k => k.Contains(":requests:", StringComparison.Ordinal)));
        var submitted = await fixture.Database.KeyTimeToLiveAsync(dump.Keys.Single(k => k.Contains(":idem:", StringComparison.Ordinal)));
        Assert.InRange(answered!.Value, TimeSpan.FromMinutes(19), TimeSpan.FromMinutes(20));
        Assert.InRange(submitted!.Value, TimeSpan.FromHours(24), TimeSpan.FromHours(25));
    }
}
