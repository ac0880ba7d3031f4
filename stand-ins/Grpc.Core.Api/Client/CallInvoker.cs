namespace Grpc.Core;

/// <summary>Makes calls.</summary>
public abstract class CallInvoker
{
    /// <summary>Makes a unary call and waits for it.</summary>
    /// <param name="method">The method.</param>
    /// <param name="host">The host; null for the channel's.</param>
    /// <param name="options">How to call.</param>
    /// <param name="request">The request.</param>
    public abstract TResponse BlockingUnaryCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request)
        where TRequest : class
        where TResponse : class;

    /// <summary>Makes a unary call.</summary>
    /// <param name="method">The method.</param>
    /// <param name="host">The host; null for the channel's.</param>
    /// <param name="options">How to call.</param>
    /// <param name="request">The request.</param>
    public abstract AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request)
        where TRequest : class
        where TResponse : class;

    /// <summary>Makes a server streaming call.</summary>
    /// <param name="method">The method.</param>
    /// <param name="host">The host; null for the channel's.</param>
    /// <param name="options">How to call.</param>
    /// <param name="request">The request.</param>
    public abstract AsyncServerStreamingCall<TResponse> AsyncServerStreamingCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request)
        where TRequest : class
        where TResponse : class;

    /// <summary>Makes a client streaming call.</summary>
    /// <param name="method">The method.</param>
    /// <param name="host">The host; null for the channel's.</param>
    /// <param name="options">How to call.</param>
    public abstract AsyncClientStreamingCall<TRequest, TResponse> AsyncClientStreamingCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method, string? host, CallOptions options)
        where TRequest : class
        where TResponse : class;

    /// <summary>Makes a duplex streaming call.</summary>
    /// <param name="method">The method.</param>
    /// <param name="host">The host; null for the channel's.</param>
    /// <param name="options">How to call.</param>
    public abstract AsyncDuplexStreamingCall<TRequest, TResponse> AsyncDuplexStreamingCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method, string? host, CallOptions options)
        where TRequest : class
        where TResponse : class;
}
