namespace Grpc.Core;

/// <summary>Serves many requests with one response.</summary>
/// <param name="requestStream">The requests.</param>
/// <param name="context">The call.</param>
public delegate Task<TResponse> ClientStreamingServerMethod<TRequest, TResponse>(
    IAsyncStreamReader<TRequest> requestStream,
    ServerCallContext context)
    where TRequest : class
    where TResponse : class;
