using System.Net;

namespace Router.Server.Hosting;

/// <summary><c>Router:Listen</c>: where the server takes connections. gRPC and HTTP/1.1 need a port each, because without TLS there is
/// nothing by which a connection could choose between them.</summary>
public sealed class ListenOptions
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "Router:Listen";

    /// <summary>Default of <see cref="Address"/>: this machine alone.</summary>
    public const string DefaultAddress = "127.0.0.1";

    /// <summary>Default of <see cref="GrpcPort"/>.</summary>
    public const int DefaultGrpcPort = 7600;

    /// <summary>Default of <see cref="HttpPort"/>.</summary>
    public const int DefaultHttpPort = 7601;

    /// <summary>An IP address of this machine; <c>0.0.0.0</c> or <c>::</c> for all.</summary>
    public string Address { get; set; } = DefaultAddress;

    /// <summary>Port of the gRPC services (HTTP/2), 1 to 65535; 0 takes a free one.</summary>
    public int GrpcPort { get; set; } = DefaultGrpcPort;

    /// <summary>Port of the dashboard, its live hub, health and metrics (HTTP/1.1), 1 to 65535; 0 takes a free one.</summary>
    public int HttpPort { get; set; } = DefaultHttpPort;

    /// <summary>Whether only this machine can connect.</summary>
    public bool IsLoopback => IPAddress.TryParse(Address, out var address) && IPAddress.IsLoopback(address);
}
