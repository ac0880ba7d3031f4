using System.Text.Json;
using System.Text.Json.Serialization;
using Router.Server.Workspaces;

namespace Router.Server.Live;

/// <summary>Registers the live view, its hub and the dashboard.</summary>
internal static class LiveServices
{
    /// <summary>How often each side shows that it is there, if it has nothing else to say.</summary>
    private static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(5);

    /// <summary>A watcher who was not heard of for so long is gone.</summary>
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(15);

    /// <summary>Most bytes of a message from a watcher: he has next to nothing to say.</summary>
    private const int MostReceived = 4_096;

    public static IServiceCollection AddLive(this IServiceCollection services)
    {
        services.AddSingleton<LiveViews>();
        services.AddSingleton<IBatchObserverSource>(p => p.GetRequiredService<LiveViews>());
        services
            .AddSignalR(o =>
            {
                o.KeepAliveInterval = KeepAlive;
                o.ClientTimeoutInterval = Silence;
                o.MaximumReceiveMessageSize = MostReceived;
            })
            .AddJsonProtocol(o => o.PayloadSerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower)));
        return services;
    }

    /// <summary>Maps the hub. Who may call it is the caller's to say.</summary>
    /// <param name="endpoints">Where to map it.</param>
    public static IEndpointConventionBuilder MapLive(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapHub<LiveHub>(LiveHub.Path, o => o.CloseOnAuthenticationExpiration = true);
}
