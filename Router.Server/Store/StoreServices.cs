using Microsoft.Extensions.Options;
using Router.Server.Settings;

namespace Router.Server.Store;

/// <summary>Wires the store.</summary>
public static class StoreServices
{
    /// <summary>Adds the store, connected before any other service starts and ended after all have stopped.</summary>
    /// <param name="services">Where to; a <see cref="TimeProvider"/> of real time is expected there.</param>
    public static IServiceCollection AddRouterStore(this IServiceCollection services)
    {
        services.AddSettings<RedisOptions>(RedisOptions.Section);
        services.AddSingleton<IValidateOptions<RedisOptions>, RedisOptionsValidator>();
        services.AddSingleton<RouterStore>();
        services.AddHostedService<StoreLifetime>();
        return services;
    }
}
