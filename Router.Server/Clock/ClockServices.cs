using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Router.Server.Settings;

namespace Router.Server.Clock;

/// <summary>Registers the clock.</summary>
internal static class ClockServices
{
    public static IServiceCollection AddClock(this IServiceCollection services)
    {
        services.AddSettings<ClockOptions>(ClockOptions.Section);
        services.AddSingleton<IValidateOptions<ClockOptions>, ClockOptionsCheck>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<ServerClock>();
        return services;
    }
}
