namespace Grpc.Core;

/// <summary>Serves many requests with many responses.</summary>
/// <param name="requestStream">The requests.</param>
/// <param name="responseStream">The responses.</param>
/// <param name="context">The call.</param>
public delegate Task DuplexStreamingServerMethod<TRequest, TResponse>(
    IAsyncStreamReader<TRequest> requestStream,
    IServerStreamWriter<TResponse> responseStream,
    ServerCallContext context)
    where TRequest : class
    where TResponse : class;
