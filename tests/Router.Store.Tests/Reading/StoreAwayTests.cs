using Router.Server.Store;
using Router.Server.Store.Connections;

namespace Router.Store.Tests.Reading;

/// <summary>Whatever becomes of a command, whoever waits for it is told that the store is unavailable, or has gone himself.</summary>
public sealed class StoreAwayTests
{
    [Fact]
    public async Task GuardAsync_OfACommandThatRedisClientGaveUp_TellsThatTheStoreIsUnavailable()
    {
        var givenUp = Task.FromCanceled<int>(new CancellationToken(canceled: true));

        await Assert.ThrowsAsync<StoreUnavailableException>(() => RedisConnection.GuardAsync(givenUp, "reading", CancellationToken.None));
    }

    [Fact]
    public async Task GuardAsync_WhenTheCallerHasGone_IsCancelled()
    {
        var never = new TaskCompletionSource<int>();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => RedisConnection.GuardAsync(never.Task, "reading", new CancellationToken(canceled: true)));
    }
}
