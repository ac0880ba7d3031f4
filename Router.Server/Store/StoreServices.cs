using Microsoft.Extensions.Options;

namespace Router.Server.Store;

/// <summary>Wires the store.</summary>
public static class StoreServices
{
    /// <summary>Adds the store, connected before any other service starts and ended after all have stopped.</summary>
    /// <param name="services">Where to; a <see cref="TimeProvider"/> of real time is expected there.</param>
    /// <param name="configuration">The whole configuration; <see cref="RedisOptions.Section"/> is read.</param>
    public static IServiceCollection AddRouterStore(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<RedisOptions>().Bind(configuration.GetSection(RedisOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<RedisOptions>, RedisOptionsValidator>();
        services.AddSingleton<RouterStore>();
        services.AddHostedService<StoreLifetime>();
        return services;
    }
}
