using System.Collections.Concurrent;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Router.Server.Outbox;
using Router.Server.Tests.Infrastructure;
using Router.Testing;
using Router.V1;

namespace Router.Server.Tests.Outbox;

/// <summary>Without a broker the events go through the bus inside the process.</summary>
public sealed class InsideTheProcessTests
{
    private const int OwnerInATerm = 221;
    private const int RelayEnded = 503;

    [Fact]
    public async Task Consumer_GetsTypedEvents_InOrder_UpToFiveHundredInAMessage()
    {
        await using var server = await RouterServer.StartAsync();
        var traffic = new Traffic(server.Default);
        await traffic.OpenQueueAsync();
        var received = new ConcurrentQueue<TicketEvents>();
        var endpoint = server.Services.GetRequiredService<IBusControl>().ConnectReceiveEndpoint(
            "test", e => e.Handler<TicketEvents>(context =>
            {
                received.Enqueue(context.Message);
                Assert.Equal(MessageIds.Of("default", context.Message.Term, context.Message.First), context.MessageId);
                return Task.CompletedTask;
            }));
        await endpoint.Ready;

        await traffic.ComeAndGoAsync(600);

        var newest = await traffic.NewestAsync();
        await Eventually.TrueAsync(() => Task.FromResult(received.Any(m => m.First + m.Facts.Count > newest)), "the newest event comes");
        var facts = received.OrderBy(m => m.First).SelectMany(m => m.Facts).ToList();
        var stored = await server.Default.Store.Events.ReadAsync(facts[0].Position.Number, int.MaxValue - 1, CancellationToken.None);
        Assert.Equal(stored, facts);
        Assert.All(received, m => Assert.InRange(m.Facts.Count, 1, TicketEvents.MostFacts));
        Assert.Contains(received, m => m.Facts.Count > 1);
    }

    [Fact]
    public async Task Cursor_FollowsToTheNewestEvent()
    {
        await using var server = await RouterServer.StartAsync();
        var traffic = new Traffic(server.Default);
        await traffic.OpenQueueAsync();
        await traffic.ComeAndGoAsync(5);

        var newest = await traffic.NewestAsync();

        await Eventually.TrueAsync(
            async () => (await server.Default.Store.RelayedAsync(CancellationToken.None))?.Number == newest, "the cursor is at the newest event");
        // The store has the cursor a moment before the relay says so.
        var published = new RelayState("default", 0, IsBehind: false, IsUnreached: false, "the bus inside the process");
        await Eventually.TrueAsync(
            () => Task.FromResult(server.Services.GetRequiredService<RelaySource>().States.Single() == published), "the relay to say that all is published");
        using var http = new HttpClient();
        Assert.Equal(
            """{"status":"serving","redis":"connected","events":"published"}""",
            await http.GetStringAsync(new Uri(server.HttpAddress, "/healthz")));
    }

    [Fact]
    public async Task LapseInTheMiddleOfAPublish_LetsItFinish_AndNobodyCallsThatAnError()
    {
        await using var server = await RouterServer.StartAsync();
        var traffic = new Traffic(server.Default);
        await traffic.OpenQueueAsync();
        var bus = server.Services.GetRequiredService<IBusControl>();
        var received = new ConcurrentQueue<TicketEvents>();
        await bus.ConnectReceiveEndpoint("test", e => e.Handler<TicketEvents>(context =>
        {
            received.Enqueue(context.Message);
            return Task.CompletedTask;
        })).Ready;
        var gate = new PublishGate();
        using var observed = bus.ConnectPublishObserver(gate);
        await traffic.ComeAndGoAsync(1);
        await Eventually.DoneAsync(gate.Reached, "a message is under way");

        server.Time.Skip(TimeSpan.FromSeconds(3));
        await Eventually.TrueAsync(() => Task.FromResult(server.Logs.Entries.Count(e => e.EventId == OwnerInATerm) == 2), "a second term begins");
        await Eventually.TrueAsync(() => Task.FromResult(server.Logs.Has(RelayEnded)), "the relay of the first term ends");
        gate.Open();
        await traffic.ComeAndGoAsync(1);

        var newest = await traffic.NewestAsync();
        await Eventually.TrueAsync(() => Task.FromResult(received.Any(m => m.First + m.Facts.Count > newest)), "the newest event comes");
    }

    [Fact]
    public async Task StoppedServer_HasRelayedAllItHadCommitted()
    {
        await using var redis = await RedisProcess.StartAsync();
        await using (var first = await RouterServer.StartAsync(redis: redis))
        {
            var traffic = new Traffic(first.Default);
            await traffic.OpenQueueAsync();
            await traffic.ComeAndGoAsync(50);
            await first.StopAsync();
        }

        await using var second = await RouterServer.StartAsync(redis: redis);
        var facts = await second.Default.Store.Events.ReadAsync(1, 10_000, CancellationToken.None);
        var relayed = await second.Default.Store.RelayedAsync(CancellationToken.None);
        var lastOfFirst = facts.Last(f => f.Position.Term == facts[0].Position.Term).Position.Number;
        Assert.InRange(relayed!.Value.Number, lastOfFirst, long.MaxValue);
        Assert.DoesNotContain(second.Logs.Entries, e => e.EventId == 225);
    }
}
