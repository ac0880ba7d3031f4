using Router.Server.Store;
using Router.Server.Store.Commits;
using Router.Server.Store.Ownership;
using Router.Store.Tests.Support;

namespace Router.Store.Tests.Commits;

/// <summary>What an owner is told when Redis no longer has what it had confirmed.</summary>
public sealed class LostWritesTests(StoreFixture fixture) : IClassFixture<StoreFixture>
{
    [Fact]
    public async Task CommitAsync_AfterAnOldCopyWasRestored_IsGapAndChangesNothing()
    {
        var workspace = await fixture.OwnAsync();
        await workspace.CommitAsync(Batches.With(Batches.Ticket("t1")));
        var copy = await fixture.DumpAsync(workspace);
        await workspace.CommitAsync(Batches.With(Batches.Ticket("t2")));
        await fixture.RestoreAsync(workspace, copy);

        Assert.Equal(CommitAnswer.Gap, await workspace.CommitAsync(Batches.With(Batches.Ticket("t3"))));
        Assert.Equal(copy, await fixture.DumpAsync(workspace));
    }

    [Fact]
    public async Task CommitAsync_AfterACopyOfAnEarlierTermWasRestored_IsGap()
    {
        var workspace = await fixture.OwnAsync();
        await workspace.CommitAsync(Batches.With(Batches.Ticket("t1")));
        var copy = await fixture.DumpAsync(workspace);
        workspace.Claim = await workspace.Store.ClaimAsync("node-1", "", workspace.Claim, null, CancellationToken.None);
        await workspace.CommitAsync(Batches.With(Batches.Ticket("t2")));
        await fixture.RestoreAsync(workspace, copy);

        Assert.Equal(LeaseState.Gap, await workspace.Store.RenewAsync(workspace.Claim, CancellationToken.None));
        Assert.Equal(CommitAnswer.Gap, await workspace.CommitAsync(Batches.With(Batches.Ticket("t3"))));
    }

    [Fact]
    public async Task ClaimAsync_AfterAnOldCopyWasRestored_GoesOnInANewTerm()
    {
        var workspace = await fixture.OwnAsync();
        await workspace.CommitAsync(Batches.With(Batches.Ticket("t1")));
        var copy = await fixture.DumpAsync(workspace);
        await workspace.CommitAsync(Batches.With(Batches.Ticket("t2")));
        await fixture.RestoreAsync(workspace, copy);
        var lost = workspace.Claim;

        workspace.Claim = await workspace.Store.ClaimAsync("node-1", "", lost, null, CancellationToken.None);
        var loaded = await workspace.LoadAsync();

        Assert.True(workspace.Claim.Term > lost.Term);
        Assert.Equal("t1", Assert.Single(loaded.Record.Tickets).Id);
        Assert.Equal(CommitAnswer.Applied, await workspace.CommitAsync(Batches.With(Batches.Ticket("t3"))));
    }

    [Fact]
    public async Task CommitAsync_AfterFlushAll_OfAnOwnerWhoHadCommitted_IsForTheWrongServerAndRepeated()
    {
        var workspace = await fixture.OwnAsync();
        await workspace.CommitAsync(Batches.With(Batches.Ticket("t1")));
        var copy = await fixture.DumpAsync(workspace);
        using var batch = workspace.Next(Batches.With(Batches.Ticket("t2")));
        await fixture.Raw.GetServers()[0].FlushAllDatabasesAsync();

        var wrong = await Assert.ThrowsAsync<StoreUnavailableException>(() => workspace.CommitAsync(batch));
        Assert.Contains("emptied Redis", wrong.Message);
        await Assert.ThrowsAsync<StoreUnavailableException>(
            () => workspace.Store.ClaimAsync("node-1", "", workspace.Claim, null, CancellationToken.None));
        Assert.Empty(await fixture.DumpAsync(workspace));

        await fixture.RestoreAsync(workspace, copy);
        Assert.Equal(CommitAnswer.Applied, await workspace.CommitAsync(batch));
    }

    [Fact]
    public async Task CommitAsync_AfterFlushAll_OfAnOwnerWhoHadCommittedNothing_IsGap()
    {
        var workspace = await fixture.OwnAsync();
        await fixture.Raw.GetServers()[0].FlushAllDatabasesAsync();

        Assert.Equal(CommitAnswer.Gap, await workspace.CommitAsync(Batches.With(Batches.Ticket("t1"))));
    }

    [Fact]
    public async Task CommitAsync_WithoutTheFunctions_IsForTheWrongServerAndLoadsNothing()
    {
        var workspace = await fixture.OwnAsync();
        await workspace.CommitAsync(Batches.With(Batches.Ticket("t1")));
        using var batch = workspace.Next(Batches.With(Batches.Ticket("t2")));
        var library = (byte[])(await fixture.Database.ExecuteAsync("FUNCTION", "DUMP"))!;
        await fixture.Database.ExecuteAsync("FUNCTION", "FLUSH");

        await Assert.ThrowsAsync<StoreUnavailableException>(() => workspace.CommitAsync(batch));
        Assert.Equal(0, (await fixture.Database.ExecuteAsync("FUNCTION", "LIST")).Length);

        await fixture.Database.ExecuteAsync("FUNCTION", "RESTORE", library);
        Assert.Equal(CommitAnswer.Applied, await workspace.CommitAsync(batch));
    }
}
