using Grpc.Core;
using Grpc.Core.Interceptors;

namespace Router.Cli.Connection;

/// <summary>Sends with each call who calls and for which workspace, and gives unary calls a deadline.</summary>
/// <param name="token">The caller's token.</param>
/// <param name="workspace">The workspace an admin means, or null.</param>
/// <param name="deadline">How long a unary call may take, repeats included.</param>
/// <param name="time">Real time.</param>
internal sealed class CallerInterceptor(TokenSource token, string? workspace, TimeSpan deadline, TimeProvider time) : Interceptor
{
    private const string WorkspaceHeader = "router-workspace";

    /// <inheritdoc/>
    public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
        TRequest request, ClientInterceptorContext<TRequest, TResponse> context, AsyncUnaryCallContinuation<TRequest, TResponse> continuation)
    {
        var options = WithCaller(context.Options);
        options = options.Deadline is null ? options.WithDeadline((time.GetUtcNow() + deadline).UtcDateTime) : options;
        return continuation(request, new ClientInterceptorContext<TRequest, TResponse>(context.Method, context.Host, options));
    }

    /// <inheritdoc/>
    public override AsyncServerStreamingCall<TResponse> AsyncServerStreamingCall<TRequest, TResponse>(
        TRequest request,
        ClientInterceptorContext<TRequest, TResponse> context,
        AsyncServerStreamingCallContinuation<TRequest, TResponse> continuation) =>
        continuation(request, new ClientInterceptorContext<TRequest, TResponse>(context.Method, context.Host, WithCaller(context.Options)));

    private CallOptions WithCaller(CallOptions options)
    {
        var headers = new Metadata();
        foreach (var header in options.Headers ?? [])
        {
            headers.Add(header);
        }

        if (token.Current() is { } current)
        {
            headers.Add("authorization", $"Bearer {current}");
        }

        if (workspace is not null)
        {
            headers.Add(WorkspaceHeader, workspace);
        }

        return options.WithHeaders(headers);
    }
}
