using System.Threading.Channels;
using Router.Testing;
using StackExchange.Redis;

namespace Router.StandIns.Tests;

public sealed class RedisPubSubTests(RedisServerFixture redis) : IClassFixture<RedisServerFixture>
{
    [Fact]
    public async Task Message_WithTwoHandlers_ReachesBoth()
    {
        var channel = RedisChannel.Literal("two-handlers");
        var first = new TaskCompletionSource<string?>();
        var second = new TaskCompletionSource<string?>();
        var subscriber = redis.Connection.GetSubscriber();
        await subscriber.SubscribeAsync(channel, (_, message) => first.TrySetResult(message));
        await subscriber.SubscribeAsync(channel, (_, message) => second.TrySetResult(message));

        await subscriber.PublishAsync(channel, "hello");

        Assert.Equal("hello", await Eventually.DoneAsync(first.Task, "message at the first handler"));
        Assert.Equal("hello", await Eventually.DoneAsync(second.Task, "message at the second handler"));
    }

    [Fact]
    public async Task Messages_ByTheOnMessageQueue_ComeInOrder()
    {
        const int Count = 20_000;
        var channel = RedisChannel.Literal("in-order");
        var arrived = Channel.CreateUnbounded<int>();
        var queue = await redis.Connection.GetSubscriber().SubscribeAsync(channel);
        queue.OnMessage(message => arrived.Writer.TryWrite((int)message.Message));

        for (var i = 0; i < Count; i++)
        {
            _ = redis.Database.PublishAsync(channel, i, CommandFlags.FireAndForget);
        }

        for (var i = 0; i < Count; i++)
        {
            Assert.Equal(i, await Eventually.DoneAsync(arrived.Reader.ReadAsync().AsTask(), $"message {i}"));
        }
    }

    [Fact]
    public async Task ConnectionEvents_WithTwoHandlers_ReachBothAfterALoss()
    {
        await using var own = await RedisProcess.StartAsync();
        await using var connection = await ConnectionMultiplexer.ConnectAsync(own.Endpoint + ",allowAdmin=true");
        var lost = new CountdownEvent(2);
        var restored = new CountdownEvent(2);
        connection.ConnectionFailed += (_, _) => Count(lost);
        connection.ConnectionFailed += (_, _) => Count(lost);
        connection.ConnectionRestored += (_, _) => Count(restored);
        connection.ConnectionRestored += (_, _) => Count(restored);

        await connection.GetServers()[0].ExecuteAsync("CLIENT", "KILL", "TYPE", "normal", "SKIPME", "no");

        await Eventually.TrueAsync(() => Task.FromResult(lost.IsSet), "both handlers told of the loss");
        await Eventually.TrueAsync(() => Task.FromResult(restored.IsSet), "both handlers told of the return");

        static void Count(CountdownEvent handlers)
        {
            if (!handlers.IsSet)
            {
                handlers.Signal();
            }
        }
    }

    [Fact]
    public async Task Subscription_AfterItsConnectionWasKilled_GoesOn()
    {
        await using var own = await RedisProcess.StartAsync();
        await using var connection = await ConnectionMultiplexer.ConnectAsync(own.Endpoint + ",allowAdmin=true");
        var channel = RedisChannel.Literal("after-loss");
        var arrived = new TaskCompletionSource();
        var queue = await connection.GetSubscriber().SubscribeAsync(channel);
        queue.OnMessage(_ => arrived.TrySetResult());

        await connection.GetServers()[0].ExecuteAsync("CLIENT", "KILL", "TYPE", "pubsub");

        await Eventually.TrueAsync(
            async () => await connection.GetDatabase().PublishAsync(channel, "again") > 0 && arrived.Task.IsCompleted,
            "a message after the subscription's return");
    }
}
