using Microsoft.Extensions.Options;
using Router.Policies.Shape;
using Router.Server.Edge.Access;
using Router.Server.Edge.Agents;
using Router.Server.Edge.Calls;
using Router.Server.Edge.Events;
using Router.Server.Edge.Health;
using Router.Server.Edge.Refusals;
using Router.Server.Edge.Reports;
using Router.Server.Edge.Spoken;
using Router.Server.Edge.Supervision;
using Router.Server.Edge.Tickets;
using Router.Server.Settings;
using Router.Server.WhatIf;
using Router.Server.Workspaces;

namespace Router.Server.Edge;

/// <summary>Registers what is reached over gRPC, and who may reach it.</summary>
internal static class EdgeServices
{
    /// <summary>The library's log of each failed call: callers' mistakes are no news, and ours are logged by <see cref="RefusalInterceptor"/>.</summary>
    private const string CallLog = "Grpc.AspNetCore.Server.ServerCallHandler";

    /// <summary>
    /// The web server's log of each request, with the token that a browser puts into a hub's address. While it may log anything it makes an
    /// activity and a log scope for every one: no other filter may name it.
    /// </summary>
    public const string RequestLog = "Microsoft.AspNetCore.Hosting.Diagnostics";

    /// <summary>Adds the services.</summary>
    /// <param name="builder">The server.</param>
    public static void AddEdge(this WebApplicationBuilder builder)
    {
        builder.Logging.AddFilter(CallLog, LogLevel.None);
        builder.Logging.AddFilter(RequestLog, LogLevel.None);
        var services = builder.Services;
        services.AddAccess();
        services.AddGrpc(o =>
        {
            o.MaxReceiveMessageSize = FieldLimits.RequestBytes;
            o.MaxSendMessageSize = null;
            o.Interceptors.Add<RefusalInterceptor>();
        });
        services.AddSingleton<RefusalInterceptor>();
        services.AddSingleton<OpenStreams>();
        services.AddSingleton<EdgeWorkspaces>();
        services.AddSingleton<IBatchObserverSource>(p => p.GetRequiredService<EdgeWorkspaces>());
        services.AddHostedService(p => p.GetRequiredService<EdgeWorkspaces>());
        services.AddSingleton<CallOrigin>();
        services.AddTickets();
        services.AddAgents();
        services.AddSupervision();
        services.AddEvents();
        services.AddSingleton<HealthService>();
        services.AddSingleton<ReflectionService>();
        services.AddSingleton<ReflectionAlphaService>();
    }

    /// <summary>Maps the services, and from here on lets nobody in whom <see cref="AccessTable"/> does not name.</summary>
    /// <param name="app">The server.</param>
    public static void MapEdge(this WebApplication app)
    {
        app.Use(next => context => UnreadableRequest.InvokeAsync(context, next));
        app.UseKnownCallers();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapGrpcService<TicketService>().RequireTable();
        app.MapGrpcService<AgentService>().RequireTable();
        app.MapGrpcService<SupervisorService>().RequireTable();
        app.MapGrpcService<EventService>().RequireTable();
        app.MapGrpcService<HealthService>().RequireTable();
        app.MapGrpcService<ReflectionService>().RequireTable();
        app.MapGrpcService<ReflectionAlphaService>().RequireTable();
    }

    private static void AddTickets(this IServiceCollection services)
    {
        services.AddSingleton<TicketService>();
        services.AddSingleton<TicketAccess>();
        services.AddSettings<SpokenOptions>(SpokenOptions.Section);
        services.AddSingleton<IValidateOptions<SpokenOptions>, SpokenOptionsCheck>();
        services.AddSingleton<SpokenWaits>();
        services.AddSingleton<SubmitCall>();
        services.AddSingleton<SubmitStreamCall>();
        services.AddSingleton<TicketChanges>();
        services.AddSingleton<LaterCalls>();
        services.AddSingleton<ReadCalls>();
        services.AddSingleton<WatchCall>();
        services.AddSingleton<SourceWatchCall>();
    }

    private static void AddAgents(this IServiceCollection services)
    {
        services.AddSingleton<AgentService>();
        services.AddSingleton<WorkCall>();
        services.AddSingleton<SignInCall>();
    }

    private static void AddSupervision(this IServiceCollection services)
    {
        services.AddSingleton<SupervisorService>();
        services.AddSingleton<LiveCall>();
        services.AddSingleton<StatisticsCall>();
        services.AddSingleton<AgentStatisticsCall>();
        services.AddSingleton<WhatIfDesk>();
        services.AddSingleton<WhatIfCall>();
        services.AddSingleton<WorkspaceCalls>();
    }

    private static void AddEvents(this IServiceCollection services)
    {
        services.AddSingleton<EventService>();
        services.AddSingleton<WatchEventsCall>();
    }
}
