namespace Grpc.Core;

/// <summary>Serves one request with one response.</summary>
/// <param name="request">The request.</param>
/// <param name="context">The call.</param>
public delegate Task<TResponse> UnaryServerMethod<TRequest, TResponse>(TRequest request, ServerCallContext context)
    where TRequest : class
    where TResponse : class;
