namespace Grpc.Core;

/// <summary>Takes the methods of a service, one by one.</summary>
public class ServiceBinderBase
{
    /// <summary>Takes a unary method.</summary>
    /// <param name="method">The method.</param>
    /// <param name="handler">Serves it; null when only the method is described.</param>
    public virtual void AddMethod<TRequest, TResponse>(
        Method<TRequest, TResponse> method,
        UnaryServerMethod<TRequest, TResponse>? handler)
        where TRequest : class
        where TResponse : class => throw new NotSupportedException();

    /// <summary>Takes a client streaming method.</summary>
    /// <param name="method">The method.</param>
    /// <param name="handler">Serves it; null when only the method is described.</param>
    public virtual void AddMethod<TRequest, TResponse>(
        Method<TRequest, TResponse> method,
        ClientStreamingServerMethod<TRequest, TResponse>? handler)
        where TRequest : class
        where TResponse : class => throw new NotSupportedException();

    /// <summary>Takes a server streaming method.</summary>
    /// <param name="method">The method.</param>
    /// <param name="handler">Serves it; null when only the method is described.</param>
    public virtual void AddMethod<TRequest, TResponse>(
        Method<TRequest, TResponse> method,
        ServerStreamingServerMethod<TRequest, TResponse>? handler)
        where TRequest : class
        where TResponse : class => throw new NotSupportedException();

    /// <summary>Takes a duplex streaming method.</summary>
    /// <param name="method">The method.</param>
    /// <param name="handler">Serves it; null when only the method is described.</param>
    public virtual void AddMethod<TRequest, TResponse>(
        Method<TRequest, TResponse> method,
        DuplexStreamingServerMethod<TRequest, TResponse>? handler)
        where TRequest : class
        where TResponse : class => throw new NotSupportedException();
}
