using System.Net;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace Router.Server.Hosting;

/// <summary>Opens the two ports.</summary>
internal sealed class ListenSetup(IOptions<ListenOptions> options) : IConfigureOptions<KestrelServerOptions>
{
    /// <summary>gRPC calls and streams that one connection may have open: an adapter or a load client with a stream per agent uses one
    /// connection, and Kestrel's own 100 would hold the others back without an error.</summary>
    private const int StreamsPerConnection = 10_000;

    /// <summary>Silence after which a connection is asked whether it is still there.</summary>
    private static readonly TimeSpan SilentConnection = TimeSpan.FromSeconds(30);

    public void Configure(KestrelServerOptions kestrel)
    {
        if (Checked() is not { } listen)
        {
            return;
        }

        var address = IPAddress.Parse(listen.Address);
        kestrel.AddServerHeader = false;
        kestrel.Limits.Http2.MaxStreamsPerConnection = StreamsPerConnection;
        kestrel.Limits.Http2.KeepAlivePingDelay = SilentConnection;

        // A slow reader of one stream would otherwise end the whole connection. Those of events are waited for, those of an agent are ended
        // by what they leave unread.
        kestrel.Limits.MinResponseDataRate = null;
        kestrel.Listen(address, listen.GrpcPort, o => o.Protocols = HttpProtocols.Http2);
        kestrel.Listen(address, listen.HttpPort, o => o.Protocols = HttpProtocols.Http1);
    }

    // Kestrel asks while the server is built; mistakes are reported at its start, together with those of all other settings.
    private ListenOptions? Checked()
    {
        try
        {
            return options.Value;
        }
        catch (OptionsValidationException)
        {
            return null;
        }
    }
}
