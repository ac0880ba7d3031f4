using Microsoft.Extensions.DependencyInjection;
using Router.Server.Outbox;
using Router.Server.Tests.Infrastructure;
using Router.Testing;

namespace Router.Server.Tests.Outbox;

/// <summary>Through a real broker, to a consumer who kept a durable queue bound.</summary>
public sealed class RabbitMqTests
{
    private const int OfTheBusItself = 0;
    private const int NotThrough = 501;
    private const int ThroughAgain = 502;

    private static readonly TimeSpan Reconnected = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task EveryEvent_ComesOnceAndInOrder_AcrossACleanRestart_AndAtLeastOnceAcrossACrashOfTheBroker()
    {
        await using var broker = await RabbitMqProcess.StartAsync();
        await using var redis = await RedisProcess.StartAsync();
        await using var queue = await EventQueue.BindAsync(broker.Port);

        long last;
        await using (var first = await StartAsync(redis, broker))
        {
            var traffic = new Traffic(first.Default);
            await traffic.OpenQueueAsync();
            await traffic.ComeAndGoAsync(200);
            last = await traffic.NewestAsync();
        }

        await using (var second = await StartAsync(redis, broker))
        {
            var traffic = new Traffic(second.Default);
            await traffic.ComeAndGoAsync(200);
            last = await traffic.NewestAsync();
            await queue.HasAsync(last);
            AssertEachOnce(queue, last);

            second.Logs.Expect(OfTheBusItself, NotThrough, ThroughAgain);
            var before = queue.Facts.Count;
            var traffics = Task.WhenAll(traffic.ComeAndGoAsync(500), Task.CompletedTask);
            await Eventually.TrueAsync(() => Task.FromResult(queue.Facts.Count > before), "traffic reaches the consumer");
            await broker.Kill9Async();
            await traffics;
            await traffic.ComeAndGoAsync(100);
            await broker.RestartAsync();
            await traffic.ComeAndGoAsync(100);
            last = await traffic.NewestAsync();
            await queue.HasAsync(last, Reconnected);
            await Eventually.TrueAsync(
                () => Task.FromResult(second.Services.GetRequiredService<RelaySource>().States.Single() is { IsUnreached: false, Waiting: 0 }), "all is published again");
        }

        Assert.Equal(Numbers(last), queue.NewNumbers());
    }

    private static void AssertEachOnce(EventQueue queue, long last)
    {
        Assert.Equal(Numbers(last), queue.Facts.Select(f => f.Position.Number));
        Assert.All(queue.Deliveries, d =>
        {
            Assert.Equal(MessageIds.Of("default", d.Message.Term, d.Message.First), d.Id);
            Assert.Equal(["urn:message:Router.V1:TicketEvents"], d.Types);
            Assert.Equal("application/vnd.masstransit+json", d.ContentType);
            Assert.True(d.IsPersistent);
            Assert.All(d.Message.Facts, f => Assert.Equal(d.Message.Term, f.Position.Term));
        });
    }

    private static IEnumerable<long> Numbers(long last) => Enumerable.Range(1, (int)last).Select(n => (long)n);

    private static Task<RouterServer> StartAsync(RedisProcess redis, RabbitMqProcess broker) => RouterServer.StartAsync(
        [("Router:Bus:RabbitMq:Host", "127.0.0.1"), ("Router:Bus:RabbitMq:Port", $"{broker.Port}")], redis: redis);
}
