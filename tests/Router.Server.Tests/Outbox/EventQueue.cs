using System.Collections.Concurrent;
using System.Text.Json;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;
using Router.Testing;
using Router.V1;

namespace Router.Server.Tests.Outbox;

/// <summary>A consumer that knows nothing but docs/events.md: a durable queue, the broker's own client, JSON.</summary>
internal sealed class EventQueue : IAsyncDisposable
{
    private const string Exchange = "Router.V1:TicketEvents";

    private readonly ConcurrentQueue<Delivery> _deliveries = new();
    private readonly IConnection _connection;

    private EventQueue(IConnection connection) => _connection = connection;

    /// <summary>All that came, in order.</summary>
    public IReadOnlyList<Delivery> Deliveries => [.. _deliveries];

    /// <summary>The facts as they came, repeated ones included.</summary>
    public IReadOnlyList<Event> Facts => [.. _deliveries.SelectMany(d => d.Message.Facts)];

    /// <summary>The numbers of the facts that are new to a consumer who keeps the last position.</summary>
    public IReadOnlyList<long> NewNumbers()
    {
        var last = (Term: 0L, Number: 0L);
        var numbers = new List<long>();
        foreach (var position in Facts.Select(f => (f.Position.Term, f.Position.Number)).Where(p => p.CompareTo(last) > 0))
        {
            last = position;
            numbers.Add(position.Number);
        }

        return numbers;
    }

    /// <summary>Makes the queue and takes from it what it gets from now on.</summary>
    public static async Task<EventQueue> BindAsync(int port)
    {
        var factory = new ConnectionFactory
        {
            HostName = "127.0.0.1",
            Port = port,
            NetworkRecoveryInterval = TimeSpan.FromMilliseconds(500),
        };
        var queue = new EventQueue(await factory.CreateConnectionAsync());
        var channel = await queue._connection.CreateChannelAsync();
        var name = $"test-{Guid.NewGuid():N}";
        await channel.ExchangeDeclareAsync(Exchange, ExchangeType.Fanout, durable: true);
        await channel.QueueDeclareAsync(name, durable: true, exclusive: false, autoDelete: false);
        await channel.QueueBindAsync(name, Exchange, routingKey: "");
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += async (_, delivered) =>
        {
            queue._deliveries.Enqueue(Read(delivered));
            await channel.BasicAckAsync(delivered.DeliveryTag, multiple: false);
        };
        await channel.BasicConsumeAsync(name, autoAck: false, consumer);
        return queue;
    }

    /// <summary>Waits until a fact has come.</summary>
    public Task HasAsync(long number, TimeSpan? timeout = null) => Eventually.TrueAsync(
        () => Task.FromResult(_deliveries.Any(d => d.Message.First + d.Message.Facts.Count > number)), $"event {number} comes", timeout);

    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    private static Delivery Read(BasicDeliverEventArgs delivered)
    {
        using var envelope = JsonDocument.Parse(delivered.Body);
        var message = envelope.RootElement.GetProperty("message").Deserialize<TicketEvents>(JsonSerializerOptions.Web)!;
        return new(
            envelope.RootElement.GetProperty("messageId").GetGuid(),
            [.. envelope.RootElement.GetProperty("messageType").EnumerateArray().Select(t => t.GetString()!)],
            delivered.BasicProperties.ContentType ?? "",
            delivered.BasicProperties.Persistent,
            message);
    }

    /// <summary>One message as it came.</summary>
    internal sealed record Delivery(Guid Id, IReadOnlyList<string> Types, string ContentType, bool IsPersistent, TicketEvents Message);
}
