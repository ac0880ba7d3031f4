using MassTransit;
using Microsoft.Extensions.Options;
using Router.V1;

namespace Router.Server.Outbox;

/// <summary>Publishes messages, each until the bus has confirmed it.</summary>
internal sealed class EventBus(IBus bus, IOptions<RabbitMqOptions> options, InProcessConsumers consumers)
{
    private readonly bool _hasBroker = options.Value.Host.Length > 0;

    /// <summary>What takes the messages, for people.</summary>
    public string Name { get; } = options.Value switch
    {
        { Host.Length: 0 } => "the bus inside the process",
        var broker => $"RabbitMQ at {broker.Host}:{broker.Port}",
    };

    /// <summary>Whether anybody can get a message. Writing one that nobody gets would take a quarter of the server's time under load.</summary>
    public bool HasConsumers => _hasBroker || consumers.AnyBut(bus.Address);

    /// <summary>Publishes a message. On an exception it may have been published all the same.</summary>
    /// <param name="message">The message.</param>
    /// <param name="cancel">Stops waiting.</param>
    /// <returns>The message's id.</returns>
    public async Task<Guid> PublishAsync(TicketEvents message, CancellationToken cancel)
    {
        var id = MessageIds.Of(message.Workspace, message.Term, message.First);

        // While the broker is away the bus waits for it, and hears of the cancelling only now and then.
        await bus.Publish(message, context => context.MessageId = id, cancel).WaitAsync(cancel);
        return id;
    }
}
