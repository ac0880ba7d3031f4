using System.Collections.Concurrent;
using Router.Server.Store.Ownership;
using Router.Store.Tests.Support;
using Router.Testing;

namespace Router.Store.Tests;

public sealed class LeaseTests(StoreFixture fixture) : IClassFixture<StoreFixture>
{
    [Fact]
    public async Task ClaimAsync_OfAFreeWorkspace_GivesATermOfRedisTime()
    {
        var before = await RedisTimeAsync();

        var workspace = await fixture.OwnAsync();

        Assert.InRange(workspace.Claim.Term, before, await RedisTimeAsync());
        Assert.True(workspace.Claim.MayServe);
        Assert.Equal("node-1", await fixture.Database.HashGetAsync(workspace.Keys.Owner, "node"));
    }

    [Fact]
    public async Task ClaimAsync_WithATermAheadOfRedisTime_GivesTheNextOne()
    {
        var workspace = await fixture.OwnAsync();
        await fixture.Database.HashSetAsync(workspace.Keys.Owner, "term", 9_000_000_000_000);

        var claim = await workspace.Store.ClaimAsync("node-1", "", workspace.Claim, null, CancellationToken.None);

        Assert.Equal(9_000_000_000_001, claim.Term);
    }

    [Fact]
    public async Task ClaimAsync_AfterALaterTermWasWritten_GivesOneAboveIt()
    {
        var workspace = await fixture.OwnAsync();
        await fixture.Database.HashSetAsync(workspace.Keys.Meta, "term", 9_000_000_000_000);

        var claim = await workspace.Store.ClaimAsync("node-1", "", workspace.Claim, null, CancellationToken.None);

        Assert.Equal(9_000_000_000_001, claim.Term);
    }

    [Fact]
    public async Task ClaimAsync_WhileAnotherOwns_WaitsAndNamesItUntilItIsReleased()
    {
        var workspace = await fixture.OwnAsync();
        var held = new ConcurrentQueue<Holder>();
        var waiting = fixture.Store.Workspace(workspace.Store.Workspace)
            .ClaimAsync("node-2", "127.0.0.1:2", null, held.Enqueue, CancellationToken.None);
        await Eventually.TrueAsync(() => Task.FromResult(!held.IsEmpty), "a refusal");
        Assert.False(waiting.IsCompleted);

        await workspace.Store.ReleaseAsync(workspace.Claim, CancellationToken.None);
        var claim = await Eventually.DoneAsync(waiting, "the claim after the release");

        Assert.True(claim.Term > workspace.Claim.Term);
        Assert.All(held, holder => Assert.Equal(("node-1", "127.0.0.1:1"), (holder.Node, holder.Address)));
        Assert.All(held, holder => Assert.InRange(holder.Left, TimeSpan.Zero, Claim.Lease));
    }

    [Fact]
    public async Task ClaimAsync_AfterRedisClockWasSetBack_WaitsNoLongerThanALease()
    {
        var workspace = await fixture.OwnAsync();
        await fixture.Database.HashSetAsync(workspace.Keys.Owner, "lease_end", await RedisTimeAsync() + 3_600_000);

        var waiting = fixture.Store.Workspace(workspace.Store.Workspace).ClaimAsync("node-2", "", null, null, CancellationToken.None);
        var claim = await Eventually.DoneAsync(waiting, "the claim after a lease");

        Assert.True(claim.Term > workspace.Claim.Term);
    }

    [Fact]
    public async Task ClaimAsync_AfterTheLeaseEnded_DoesNotWait()
    {
        var workspace = await fixture.OwnAsync();
        await fixture.Database.HashSetAsync(workspace.Keys.Owner, "lease_end", await RedisTimeAsync());

        var claim = await workspace.Store.ClaimAsync("node-2", "", null, _ => Assert.Fail("refused"), CancellationToken.None);

        Assert.Equal(LeaseState.Fenced, await workspace.Store.RenewAsync(workspace.Claim, CancellationToken.None));
        Assert.Equal(LeaseState.Renewed, await workspace.Store.RenewAsync(claim, CancellationToken.None));
    }

    [Fact]
    public async Task ClaimAsync_WhenCancelled_StopsWaiting()
    {
        var workspace = await fixture.OwnAsync();
        using var cancel = new CancellationTokenSource();
        var waiting = workspace.Store.ClaimAsync("node-2", "", null, _ => cancel.Cancel(), cancel.Token);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Eventually.DoneAsync(waiting, "the end of the wait"));
    }

    [Fact]
    public async Task RenewAsync_ExtendsTheLease()
    {
        var workspace = await fixture.OwnAsync();
        var first = (long)await fixture.Database.HashGetAsync(workspace.Keys.Owner, "lease_end");

        await Eventually.TrueAsync(
            async () =>
            {
                await workspace.Store.RenewAsync(workspace.Claim, CancellationToken.None);
                return (long)await fixture.Database.HashGetAsync(workspace.Keys.Owner, "lease_end") > first;
            },
            "a later end of the lease");
    }

    [Fact]
    public async Task RenewAsync_AfterTheLeaseEndedInRedis_IsLapsedForGood()
    {
        var workspace = await fixture.OwnAsync();
        await fixture.Database.HashSetAsync(workspace.Keys.Owner, "lease_end", await RedisTimeAsync());

        Assert.Equal(LeaseState.Lapsed, await workspace.Store.RenewAsync(workspace.Claim, CancellationToken.None));
        Assert.True(workspace.Claim.HasLapsed);
        Assert.False(workspace.Claim.MayServe);
    }

    [Fact]
    public async Task Claim_AsTimePasses_StopsServingHalfASecondBeforeItLapses()
    {
        var time = new SteppedTime();
        await using var store = await fixture.ConnectAsync(time);
        var workspace = await fixture.OwnAsync(store, time);

        time.Step(Claim.Lease - Claim.Margin);
        Assert.False(workspace.Claim.MayServe);
        Assert.Equal(TimeSpan.Zero, workspace.Claim.ServesFor);
        Assert.False(workspace.Claim.HasLapsed);

        time.Step(Claim.Margin);
        Assert.True(workspace.Claim.HasLapsed);
        Assert.Equal(LeaseState.Lapsed, await workspace.Store.RenewAsync(workspace.Claim, CancellationToken.None));
    }

    [Fact]
    public async Task ReleaseAsync_ByAnOwnerOfThePast_ChangesNothing()
    {
        var workspace = await fixture.OwnAsync();
        await workspace.Store.ClaimAsync("node-2", "", workspace.Claim, null, CancellationToken.None);
        var before = await fixture.DumpAsync(workspace);

        Assert.Equal(LeaseState.Fenced, await workspace.Store.ReleaseAsync(workspace.Claim, CancellationToken.None));
        Assert.Equal(before, await fixture.DumpAsync(workspace));
    }

    private async Task<long> RedisTimeAsync() =>
        new DateTimeOffset(await fixture.Raw.GetServers()[0].TimeAsync(), TimeSpan.Zero).ToUnixTimeMilliseconds();
}
