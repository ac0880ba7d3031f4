using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Router.Server.Store;
using Router.Server.Store.Commits;
using Router.Store.Tests.Support;
using Router.Testing;

namespace Router.Store.Tests.Commits;

/// <summary>Redis dies or hangs between and inside batches.</summary>
public sealed class CrashTests : IAsyncLifetime
{
    private static readonly RedisProcessOptions Saving = new() { AppendOnly = true };

    private RedisProcess _redis = null!;
    private RouterStore _store = null!;
    private WorkspaceUnderTest _workspace = null!;

    public async Task InitializeAsync()
    {
        _redis = await RedisProcess.StartAsync(Saving);
        _store = await ConnectAsync(_redis);
        _workspace = await WorkspaceUnderTest.OwnAsync(_store, "w", TimeProvider.System);
    }

    public async Task DisposeAsync()
    {
        await _store.DisposeAsync();
        await _redis.DisposeAsync();
    }

    [Fact]
    public async Task CommitAsync_AfterRedisWasKilledAndRestarted_GoesOn()
    {
        await _workspace.CommitAsync(Batches.With(Batches.Ticket("t1")));
        await _redis.Kill9Async();
        using var batch = _workspace.Next(Batches.With(Batches.Ticket("t2")));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => _workspace.CommitAsync(batch));

        await _redis.RestartAsync();

        Assert.Equal(CommitAnswer.Applied, await UntilAnsweredAsync(batch));
        Assert.Equal(["t1", "t2"], (await _workspace.LoadAsync()).Record.Tickets.Select(t => t.Id).Order());
    }

    [Fact]
    public async Task CommitAsync_OfABatchWhoseAnswerWasLost_HappensOnce()
    {
        await _workspace.CommitAsync(Batches.WithFacts(1, 2));
        using var batch = _workspace.Next(Batches.WithFacts(3, 2));
        _redis.Pause();
        var sent = _workspace.Store.CommitAsync(batch, _workspace.Claim, new CancellationTokenSource(TimeSpan.FromMilliseconds(200)).Token);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sent);
        _redis.Continue();

        Assert.Equal(CommitAnswer.Done, await UntilAnsweredAsync(batch));

        var events = await _workspace.Store.Events.ReadAsync(1, 10, CancellationToken.None);
        Assert.Equal([1, 2, 3, 4], events.Select(e => e.Position.Number));
    }

    [Fact]
    public async Task LoadAsync_AfterTheFileWasCutInsideABatch_GivesThatBatchWholeOrNotAtAll()
    {
        await _workspace.CommitAsync(Batches.WithFacts(1, 1) with { Tickets = [Batches.Ticket("t1")] });
        var whole = LastFile().Length;
        using var second = _workspace.Next(Batches.WithFacts(2, 1) with { Tickets = [Batches.Ticket("t2")], Messages = [Filled.Make<Engine.Tickets.Message>()] });
        await _workspace.CommitAsync(second);
        var end = LastFile().Length;
        await _redis.Kill9Async();
        var copy = await File.ReadAllBytesAsync(LastFile().FullName);

        for (var cut = whole + 1; cut < end; cut += 97)
        {
            await File.WriteAllBytesAsync(LastFile().FullName, copy[..(int)cut]);
            await _redis.RestartAsync();
            await using var store = await ConnectAsync(_redis);
            var workspace = await WorkspaceUnderTest.OwnAsync(store, "w", TimeProvider.System);

            var loaded = await workspace.LoadAsync();

            Assert.Equal(1, loaded.Sequence);
            Assert.Equal("t1", Assert.Single(loaded.Record.Tickets).Id);
            Assert.Equal(1, Assert.Single(await workspace.Store.Events.ReadAsync(1, 10, CancellationToken.None)).Position.Number);
            Assert.Equal(CommitAnswer.Applied, await workspace.CommitAsync(second));
            await _redis.Kill9Async();
        }

        await _redis.RestartAsync();
    }

    private static async Task<RouterStore> ConnectAsync(RedisProcess redis)
    {
        var options = new RedisOptions { Configuration = redis.Endpoint };
        var store = new RouterStore(Options.Create(options), TimeProvider.System, NullLoggerFactory.Instance);
        await store.StartAsync(CancellationToken.None);
        return store;
    }

    private async Task<CommitAnswer> UntilAnsweredAsync(PreparedBatch batch)
    {
        var answer = CommitAnswer.Unspecified;
        await Eventually.TrueAsync(
            async () =>
            {
                answer = await _workspace.CommitAsync(batch);
                return true;
            },
            "an answer of Redis");
        return answer;
    }

    private FileInfo LastFile() =>
        new DirectoryInfo(Path.Combine(_redis.Folder, "appendonlydir")).GetFiles("*.incr.aof").MaxBy(f => f.Name)!;
}
