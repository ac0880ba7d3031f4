using System.Net.Sockets;
using Grpc.Core;

namespace Router.AgentClient.Connection;

/// <summary>What the error of a call means for the session.</summary>
internal static class StreamFailure
{
    /// <summary>Tells a break, after which the session resumes, from a refusal, after which it would only be refused again.</summary>
    public static StreamEnd Read(Exception error) => error switch
    {
        RpcException rpc => Read(rpc),
        OperationCanceledException => StreamEnd.Broken("the connection was closed"),
        _ => StreamEnd.Broken(SocketText(error) ?? error.Message),
    };

    private static StreamEnd Read(RpcException error)
    {
        var why = SocketText(error.Status.DebugException) ?? error.Status.Detail;
        return error.StatusCode switch
        {
            StatusCode.Unauthenticated => new StreamEnd(true, Text("the token is not valid", error)),
            StatusCode.PermissionDenied => new StreamEnd(true, Text("not allowed", error)),
            StatusCode.NotFound or StatusCode.InvalidArgument or StatusCode.FailedPrecondition or StatusCode.AlreadyExists =>
                new StreamEnd(true, why),
            StatusCode.Unimplemented => new StreamEnd(true, "no Router server answers there"),
            _ => StreamEnd.Broken(why.Length > 0 ? why : $"the call ended with {error.StatusCode}"),
        };
    }

    private static string Text(string plain, RpcException error) =>
        error.Status.Detail is { Length: > 0 } detail && !detail.StartsWith("Bad gRPC response", StringComparison.Ordinal) ? detail : plain;

    private static string? SocketText(Exception? error)
    {
        for (; error is not null; error = error.InnerException)
        {
            if (error is SocketException socket)
            {
                return socket.SocketErrorCode switch
                {
                    SocketError.ConnectionRefused => "connection refused",
                    SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain => "its name is not known",
                    SocketError.ConnectionReset => "the connection broke",
                    _ => socket.Message,
                };
            }
        }

        return null;
    }
}
