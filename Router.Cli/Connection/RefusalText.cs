using System.Net.Sockets;
using System.Security.Authentication;
using Google.Rpc;
using Grpc.Core;

namespace Router.Cli.Connection;

/// <summary>Says in words why a call failed.</summary>
internal static class RefusalText
{
    private const string Trailer = "grpc-status-details-bin";

    /// <summary>The text for people: reason, message, where, and what would be right.</summary>
    /// <param name="error">The error of a call.</param>
    /// <param name="server">The server that was called.</param>
    public static string Of(RpcException error, Uri server)
    {
        if (error.StatusCode == StatusCode.Unavailable && IsNobodyThere(error.Status.DebugException))
        {
            return $"No server answers at {server}. Start one, or name another with --server.";
        }

        var info = InfoOf(error);
        if (info is null && error.StatusCode == StatusCode.DeadlineExceeded)
        {
            return $"No answer from {server} in time. If no server runs there, start one, or name another with --server.";
        }

        if (info is null && OtherProtocol(error.Status.DebugException, server) is { } instead)
        {
            return $"What answers at {server} does not speak gRPC{instead} with --server (the server's Router:Listen:GrpcPort, normally 7600).";
        }

        if (info is null)
        {
            return $"{error.StatusCode}: {error.Status.Detail}";
        }

        var untold = info.Metadata.Where(m => m.Value.Length == 0 || !error.Status.Detail.Contains(m.Value, StringComparison.Ordinal));
        var where = string.Join(", ", untold.OrderBy(m => m.Key, StringComparer.Ordinal).Select(m => $"{m.Key}: {m.Value}"));
        return where.Length == 0 ? $"{info.Reason}: {error.Status.Detail}" : $"{info.Reason}: {error.Status.Detail} ({where})";
    }

    /// <summary>The reason's name in the contract without its prefix, or empty.</summary>
    /// <param name="error">The error of a call.</param>
    public static string ReasonOf(RpcException error) => InfoOf(error)?.Reason ?? "";

    private static bool IsNobodyThere(Exception? error) =>
        error is SocketException
        {
            SocketErrorCode: SocketError.ConnectionRefused or SocketError.HostNotFound or SocketError.TryAgain or SocketError.NoData
                or SocketError.HostUnreachable or SocketError.NetworkUnreachable or SocketError.TimedOut,
        }
        || (error?.InnerException is { } inner && IsNobodyThere(inner));

    private static string? OtherProtocol(Exception? error, Uri server) => error switch
    {
        AuthenticationException => $" over TLS: write http://{server.Authority}, or name another port",
        HttpProtocolException => ": it may be the dashboard's port. Name the port for gRPC",
        { InnerException: { } inner } => OtherProtocol(inner, server),
        _ => null,
    };

    private static ErrorInfo? InfoOf(RpcException error)
    {
        var details = error.Trailers.GetValueBytes(Trailer);
        var info = details is null
            ? null
            : Google.Rpc.Status.Parser.ParseFrom(details).Details.FirstOrDefault(d => d.Is(ErrorInfo.Descriptor));
        return info?.Unpack<ErrorInfo>();
    }
}
