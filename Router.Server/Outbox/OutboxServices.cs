using MassTransit;
using Microsoft.Extensions.Options;
using Router.Server.Settings;
using Router.Server.Workspaces;

namespace Router.Server.Outbox;

/// <summary>Registers the relay of events. To be registered before the workspaces, so that the bus outlives them.</summary>
internal static class OutboxServices
{
    public static IServiceCollection AddOutbox(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSettings<RelayOptions>(RelayOptions.Section);
        services.AddSingleton<IValidateOptions<RelayOptions>, RelayOptionsCheck>();
        services.AddSettings<RabbitMqOptions>(RabbitMqOptions.Section);
        services.AddSingleton<IValidateOptions<RabbitMqOptions>, RabbitMqOptionsCheck>();
        services.AddMassTransit(bus => AddTransport(bus, configuration));
        services.AddSingleton<InProcessConsumers>();
        services.AddReceiveEndpointObserver(p => p.GetRequiredService<InProcessConsumers>());
        services.AddSingleton<EventBus>();
        services.AddSingleton<RelaySource>();
        services.AddSingleton<IBatchObserverSource>(p => p.GetRequiredService<RelaySource>());
        return services;
    }

    private static void AddTransport(IBusRegistrationConfigurator bus, IConfiguration configuration)
    {
        if (string.IsNullOrEmpty(configuration[$"{RabbitMqOptions.Section}:{nameof(RabbitMqOptions.Host)}"]))
        {
            bus.UsingInMemory();
            return;
        }

        bus.UsingRabbitMq((context, broker) =>
        {
            var options = context.GetRequiredService<IOptions<RabbitMqOptions>>().Value;
            broker.Host(options.Host, (ushort)options.Port, options.VirtualHost, host =>
            {
                host.Username(options.Username);
                host.Password(options.Password);
            });
        });
    }
}
