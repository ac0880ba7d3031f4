using Router.Server.Settings;
using Router.Server.Workspaces;

namespace Router.Server.Metrics;

/// <summary>Registers the metrics.</summary>
internal static class MetricsServices
{
    /// <summary>Adds them: measured from the start, so that the first page has all of it.</summary>
    /// <param name="services">Where to.</param>
    public static void AddRouterMetrics(this IServiceCollection services)
    {
        services.AddSettings<MetricsOptions>(MetricsOptions.Section);
        services.AddSingleton<RouterMeter>();
        services.AddSingleton<ServerGauges>();
        services.AddSingleton(p => new MetricsCollector(p.GetRequiredService<RouterMeter>()));
        services.AddSingleton<IBatchObserverSource>(p =>
        {
            _ = p.GetRequiredService<MetricsCollector>();
            return new BatchMeter(p.GetRequiredService<RouterMeter>());
        });
    }
}
