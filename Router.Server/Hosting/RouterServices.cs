using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;
using Router.Server.Clock;
using Router.Server.Edge;
using Router.Server.Live;
using Router.Server.Metrics;
using Router.Server.Outbox;
using Router.Server.Settings;
using Router.Server.Store;
using Router.Server.Traces;
using Router.Server.Workspaces;

namespace Router.Server.Hosting;

/// <summary>The parts of the server. They start in this order and stop in the reverse one.</summary>
internal static class RouterServices
{
    /// <summary>How long a stopping server may take: calls end, leases are released, events are flushed.</summary>
    private static readonly TimeSpan StopTime = TimeSpan.FromSeconds(20);

    public static void AddRouter(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        // Why the server cannot start is said once, by RouterProcess.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);
        services.Configure<HostOptions>(o => o.ShutdownTimeout = StopTime);
        services.AddClock();
        services.AddRouterStore();
        services.AddOutbox(builder.Configuration);
        services.AddWorkspaces();
        builder.AddEdge();
        builder.AddLive();
        services.AddRouterMetrics();
        services.AddTraces();
        services.AddListening();
    }

    private static void AddListening(this IServiceCollection services)
    {
        services.AddSettings<ListenOptions>(ListenOptions.Section);
        services.AddSingleton<IValidateOptions<ListenOptions>, ListenOptionsCheck>();
        services.AddSingleton<IValidateOptions<ListenOptions>, OpenServerCheck>();
        services.AddSingleton<IConfigureOptions<KestrelServerOptions>, ListenSetup>();
    }
}
