using Grpc.Core;
using Grpc.Core.Interceptors;
using Router.Engine;
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
        if (error is RpcException refused)
        {
            // The generated base of a service answers so for a method that the service leaves out.
            return refused.StatusCode == StatusCode.Unimplemented && refused.Trailers.Count == 0
                ? Refused.NotServed(context.Method).ToException()
                : refused;
        }

        if (context.CancellationToken.IsCancellationRequested)
        {
            // The caller has gone: nobody hears this, and what a broken stream throws is no mistake of ours.
            return new RpcException(new Status(StatusCode.Cancelled, "The caller has gone."));
        }

        return Unavailable(error)?.ToException() ?? Mistake(error, context.Method).ToException();
    }

    /// <summary>What a workspace that cannot answer is told as, or null for any other error.</summary>
    /// <param name="error">What was thrown.</param>
    public static Refused? Unavailable(Exception error) => error is WorkspaceUnavailableException unavailable
        ? Refused.For(unavailable.Reason, unavailable.Message) with
        {
            RetryAfter = unavailable.RetryAfter ?? ReasonStatus.RetryAfter(unavailable.Reason),
        }
        : null;

    /// <summary>Logs a mistake of the router and makes the refusal by which its log entry is found.</summary>
    /// <param name="error">What was thrown.</param>
    /// <param name="method">The call.</param>
    public Refused Mistake(Exception error, string method)
    {
        var id = Guid.NewGuid().ToString("N")[..12];
        LogMistake(error, id, method);
        return Refused.For(Reason.Internal, $"A mistake of the router; its log has it under {id}.", ("id", id));
    }

    [LoggerMessage(1, LogLevel.Error, "Mistake {Id} in {Method}.")]
    private partial void LogMistake(Exception error, string id, string method);
}
