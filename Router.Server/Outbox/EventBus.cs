using MassTransit;
using Microsoft.Extensions.Options;
using Router.V1;

namespace Router.Server.Outbox;

/// <summary>Publishes messages, each until the bus has confirmed it.</summary>
internal sealed class EventBus(IBus bus, IOptions<RabbitMqOptions> options, InProcessConsumers consumers, TimeProvider real)
{
    // Far longer than a broker takes that is there.
    private static readonly TimeSpan PublishTime = TimeSpan.FromMinutes(1);

    private readonly bool _hasBroker = options.Value.Host.Length > 0;

    /// <summary>What takes the messages, for people.</summary>
    public string Name { get; } = options.Value switch
    {
        { Host.Length: 0 } => "the bus inside the process",
        var broker => $"RabbitMQ at {broker.Host}:{broker.Port}",
    };

    /// <summary>Whether anybody can get a message. Writing one that nobody gets would take a quarter of the server's time under load.</summary>
    public bool HasConsumers => _hasBroker || consumers.AnyBut(bus.Address);

    /// <summary>
    /// Publishes a message, for at most a minute. Cannot be cut short: the bus would report that as a failure, and the message may be out already.
    /// </summary>
    /// <param name="message">The message.</param>
    /// <returns>The message's id. On an exception it may have been published all the same.</returns>
    public async Task<Guid> PublishAsync(TicketEvents message)
    {
        var id = MessageIds.Of(message.Workspace, message.Term, message.First);
        using var late = new CancellationTokenSource(PublishTime, real);
        await bus.Publish(message, context => context.MessageId = id, late.Token);
        return id;
    }
}
