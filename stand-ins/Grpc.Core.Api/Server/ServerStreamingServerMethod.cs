namespace Grpc.Core;

/// <summary>Serves one request with many responses.</summary>
/// <param name="request">The request.</param>
/// <param name="responseStream">The responses.</param>
/// <param name="context">The call.</param>
public delegate Task ServerStreamingServerMethod<TRequest, TResponse>(
    TRequest request,
    IServerStreamWriter<TResponse> responseStream,
    ServerCallContext context)
    where TRequest : class
    where TResponse : class;
