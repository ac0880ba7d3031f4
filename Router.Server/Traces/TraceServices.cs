using Microsoft.Extensions.Options;
using Router.Server.Settings;
using Router.Server.Workspaces;

namespace Router.Server.Traces;

/// <summary>Registers the traces.</summary>
internal static class TraceServices
{
    /// <summary>Adds them.</summary>
    /// <param name="services">Where to.</param>
    public static void AddTraces(this IServiceCollection services)
    {
        services.AddSettings<TraceOptions>(TraceOptions.Section);
        services.AddSingleton<IValidateOptions<TraceOptions>, TraceOptionsCheck>();
        services.AddSingleton<IBatchObserverSource, TicketTraces>();
        services.AddHostedService<TraceExport>();
    }
}
