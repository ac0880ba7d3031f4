using Router.Server.Live.Wire;
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

    /// <summary>Adds them.</summary>
    /// <param name="builder">The server.</param>
    public static void AddLive(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<LiveViews>();
        services.AddSingleton<IBatchObserverSource>(p => p.GetRequiredService<LiveViews>());
        services
            .AddSignalR(o =>
            {
                o.KeepAliveInterval = KeepAlive;
                o.ClientTimeoutInterval = Silence;
                o.MaximumReceiveMessageSize = MostReceived;
            })
            .AddJsonProtocol(o => o.PayloadSerializerOptions.Converters.Add(new LiveFrameJson()));
    }
}
