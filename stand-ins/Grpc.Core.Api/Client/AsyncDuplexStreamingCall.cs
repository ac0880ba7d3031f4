namespace Grpc.Core;

/// <summary>A running duplex streaming call.</summary>
/// <typeparam name="TRequest">The request.</typeparam>
/// <typeparam name="TResponse">The response.</typeparam>
public sealed class AsyncDuplexStreamingCall<TRequest, TResponse> : IDisposable
{
    private readonly AsyncCallState _call;

    /// <summary>Of a call that needs no state.</summary>
    /// <param name="requestStream">The requests.</param>
    /// <param name="responseStream">The responses.</param>
    /// <param name="responseHeadersAsync">The response headers.</param>
    /// <param name="getStatusFunc">The final status.</param>
    /// <param name="getTrailersFunc">The trailers.</param>
    /// <param name="disposeAction">Ends the call.</param>
    public AsyncDuplexStreamingCall(
        IClientStreamWriter<TRequest> requestStream,
        IAsyncStreamReader<TResponse> responseStream,
        Task<Metadata> responseHeadersAsync,
        Func<Status> getStatusFunc,
        Func<Metadata> getTrailersFunc,
        Action disposeAction)
    {
        RequestStream = requestStream;
        ResponseStream = responseStream;
        _call = new AsyncCallState(responseHeadersAsync, getStatusFunc, getTrailersFunc, disposeAction);
    }

    /// <summary>Of a call that is known by its state.</summary>
    /// <param name="requestStream">The requests.</param>
    /// <param name="responseStream">The responses.</param>
    /// <param name="responseHeadersAsync">The response headers.</param>
    /// <param name="getStatusFunc">The final status.</param>
    /// <param name="getTrailersFunc">The trailers.</param>
    /// <param name="disposeAction">Ends the call.</param>
    /// <param name="state">Given to each function.</param>
    public AsyncDuplexStreamingCall(
        IClientStreamWriter<TRequest> requestStream,
        IAsyncStreamReader<TResponse> responseStream,
        Func<object, Task<Metadata>> responseHeadersAsync,
        Func<object, Status> getStatusFunc,
        Func<object, Metadata> getTrailersFunc,
        Action<object> disposeAction,
        object state)
    {
        RequestStream = requestStream;
        ResponseStream = responseStream;
        _call = new AsyncCallState(responseHeadersAsync, getStatusFunc, getTrailersFunc, disposeAction, state);
    }

    /// <summary>The requests.</summary>
    public IClientStreamWriter<TRequest> RequestStream { get; }

    /// <summary>The responses.</summary>
    public IAsyncStreamReader<TResponse> ResponseStream { get; }

    /// <summary>The response headers.</summary>
    public Task<Metadata> ResponseHeadersAsync => _call.ResponseHeadersAsync;

    /// <summary>The final status; only after the call ended.</summary>
    public Status GetStatus() => _call.GetStatus();

    /// <summary>The trailers; only after the call ended.</summary>
    public Metadata GetTrailers() => _call.GetTrailers();

    /// <summary>Ends the call, if it still runs.</summary>
    public void Dispose() => _call.Dispose();
}
