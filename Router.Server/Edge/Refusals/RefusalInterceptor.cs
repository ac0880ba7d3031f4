using Google.Protobuf;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Router.Engine;
using Router.Server.Store;
using Router.Server.Workspaces;

namespace Router.Server.Edge.Refusals;

/// <summary>The one place where what went wrong in a call becomes its status. Nothing else comes between a caller and a service.</summary>
/// <param name="logger">Takes mistakes of the router itself.</param>
internal sealed partial class RefusalInterceptor(ILogger<RefusalInterceptor> logger) : Interceptor
{
    /// <inheritdoc/>
    public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        try
        {
            return await continuation(request, context);
        }
        catch (Exception error)
        {
            throw Translate(error, context);
        }
    }

    /// <inheritdoc/>
    public override async Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request,
        IServerStreamWriter<TResponse> responseStream,
        ServerCallContext context,
        ServerStreamingServerMethod<TRequest, TResponse> continuation)
    {
        try
        {
            await continuation(request, responseStream, context);
        }
        catch (Exception error)
        {
            throw Translate(error, context);
        }
    }

    /// <inheritdoc/>
    public override async Task DuplexStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream,
        IServerStreamWriter<TResponse> responseStream,
        ServerCallContext context,
        DuplexStreamingServerMethod<TRequest, TResponse> continuation)
    {
        try
        {
            await continuation(requestStream, responseStream, context);
        }
        catch (Exception error)
        {
            throw Translate(error, context);
        }
    }

    private RpcException Translate(Exception error, ServerCallContext context)
    {
        if (error is RpcException { Trailers.Count: 0 } bare)
        {
            return bare.StatusCode switch
            {
                // The generated base of a service answers so for a method that the service leaves out.
                StatusCode.Unimplemented => Refused.NotServed(context.Method).ToException(),

                // The library, for a message inside a stream.
                StatusCode.ResourceExhausted => UnreadableRequest.Large.ToException(),
                _ => bare,
            };
        }

        if (error is RpcException refused)
        {
            return refused;
        }

        // An IOException too, and the one that is the caller's mistake.
        if (error is InvalidProtocolBufferException)
        {
            return UnreadableRequest.Malformed.ToException();
        }

        if (context.CancellationToken.IsCancellationRequested || error is IOException)
        {
            // The caller has gone: nobody hears this, and what a broken stream throws is no mistake of ours. A read from it fails before the token
            // is cancelled.
            return new RpcException(new Status(StatusCode.Cancelled, "The caller has gone."));
        }

        return Unavailable(error)?.ToException() ?? Mistake(error, context.Method).ToException();
    }

    /// <summary>What a workspace that cannot answer is told as, or null for any other error.</summary>
    /// <param name="error">What was thrown.</param>
    public static Refused? Unavailable(Exception error) => error switch
    {
        WorkspaceUnavailableException { RetryAfter: { } after } overloaded =>
            Refused.For(overloaded.Reason, overloaded.Message) with { RetryAfter = after },
        WorkspaceUnavailableException unavailable => Refused.For(unavailable.Reason, unavailable.Message),
        StoreUnavailableException => Refused.For(Reason.StoreUnavailable, "Nothing was done: the store does not answer. Repeat it."),
        _ => null,
    };

    /// <summary>Logs a mistake of the router and makes the refusal by which its log entry is found.</summary>
    /// <param name="error">What was thrown.</param>
    /// <param name="method">The call.</param>
    public Refused Mistake(Exception error, string method)
    {
        var id = Guid.NewGuid().ToString("N")[..12];
        LogMistake(error, id, method);
        return Refused.For(Reason.Internal, $"A mistake of the router; its log has it under {id}.", ("id", id));
    }

    [LoggerMessage(301, LogLevel.Error, "Mistake {Id} in {Method}.")]
    private partial void LogMistake(Exception error, string id, string method);
}
