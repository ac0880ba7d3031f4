using Grpc.Core;
using Router.ProcessTests.Infrastructure;
using Router.Server.Tests.Outbox;
using Router.Testing;
using Router.V1;

namespace Router.ProcessTests.Relay;

/// <summary>The server is killed when the broker has confirmed a message and the relay's cursor has not moved.</summary>
public sealed class RelayKillTests
{
    private const int Calls = 300;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task A_kill_between_publish_and_cursor_repeats_events_and_skips_none()
    {
        await using var broker = await RabbitMqProcess.StartAsync();
        await using var queue = await EventQueue.BindAsync(broker.Port);
        await using var redis = await RedisProcess.StartAsync(new() { Tcp = true, AppendOnly = true });
        using var tap = new RedisTap(redis.Port, "router_1_cursor");
        await using var server = await ServerProcess.StartAsync(new()
        {
            ["Redis__Configuration"] = $"127.0.0.1:{tap.Port}",
            ["Router__Bus__RabbitMq__Host"] = "127.0.0.1",
            ["Router__Bus__RabbitMq__Port"] = $"{broker.Port}",
        });
        using var clients = await Clients.OpenAsync(server);
        await clients.SetUpAsync(agents: 0);
        await SubmitAsync(clients, 0, Calls);

        var held = tap.HoldAsync();
        var traffic = SubmitAsync(clients, Calls, Calls);
        await Eventually.DoneAsync(held, "the relay moves its cursor");
        await server.Kill9Async();
        tap.LetPass();
        await server.StartAsync();
        await traffic;
        await SubmitAsync(clients, 2 * Calls, Calls);

        var told = await EventsAsync(clients);
        await queue.HasAsync(told[^1].Position.Number, Patience);
        Assert.Equal(told.Select(e => e.Position.Number), queue.NewNumbers());
        Assert.Equal(told, queue.Facts.DistinctBy(f => f.Position).OrderBy(f => f.Position.Number));
        var sentAgain = Assert.Single(queue.Deliveries.GroupBy(d => d.Id), sent => sent.Count() > 1).ToList();
        Assert.Equal(2, sentAgain.Count);
        Assert.Equal(sentAgain[0].Message.First, sentAgain[1].Message.First);
        Assert.Single(sentAgain[1].Message.Facts);
    }

    private static Task SubmitAsync(Clients clients, int from, int count) =>
        Parallel.ForAsync(from, from + count, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (number, _) =>
            await Clients.PatientlyAsync(
                () => clients.Tickets.SubmitAsync(Clients.Call($"call-{number}"), clients.Headers).ResponseAsync, $"the submit of call {number}"));

    private static async Task<List<Event>> EventsAsync(Clients clients)
    {
        using var watch = clients.Events.Watch(new WatchEventsRequest { EndAtNewest = true }, clients.Headers);
        var events = new List<Event>();
        await foreach (var one in watch.ResponseStream.ReadAllAsync())
        {
            events.Add(one);
        }

        return events;
    }
}
