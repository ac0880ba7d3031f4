using Grpc.Net.Client;

namespace Router.AgentClient.Connection;

/// <summary>Opens a channel to a Router server, fit for thousands of sessions.</summary>
public static class AgentChannel
{
    /// <summary>Largest update taken: 64 MiB. A whole state holds up to 128 KiB of conversation for each ticket in hand.</summary>
    public const int MaxUpdateBytes = 64 * 1024 * 1024;

    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan PingDelay = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan PingTimeout = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Opens a channel. Nothing is connected before the first call, so a server that is away is no error here. A server takes a limited number
    /// of streams on one connection; the channel opens further connections by itself.
    /// </summary>
    /// <param name="address">The server, <c>http://host:port</c> (HTTP/2 without TLS) or <c>https://host:port</c>.</param>
    /// <returns>The channel, to be disposed by the caller after all its sessions.</returns>
    public static GrpcChannel Open(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return GrpcChannel.ForAddress(address, new GrpcChannelOptions
        {
            HttpHandler = new SocketsHttpHandler
            {
                ConnectTimeout = ConnectTimeout,
                EnableMultipleHttp2Connections = true,
                KeepAlivePingDelay = PingDelay,
                KeepAlivePingTimeout = PingTimeout,
                KeepAlivePingPolicy = HttpKeepAlivePingPolicy.WithActiveRequests,
            },
            DisposeHttpClient = true,
            MaxReceiveMessageSize = MaxUpdateBytes,
        });
    }
}
