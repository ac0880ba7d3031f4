namespace Grpc.Core;

/// <summary>The methods of a service with their handlers.</summary>
public class ServerServiceDefinition
{
    private readonly IReadOnlyList<Action<ServiceBinderBase>> _methods;

    private ServerServiceDefinition(IReadOnlyList<Action<ServiceBinderBase>> methods) => _methods = methods;

    /// <summary>Starts a definition.</summary>
    public static Builder CreateBuilder() => new();

    /// <summary>Hands all methods to a binder, in order.</summary>
    /// <param name="serviceBinder">Takes them.</param>
    public void BindService(ServiceBinderBase serviceBinder)
    {
        foreach (var method in _methods)
        {
            method(serviceBinder);
        }
    }

    /// <summary>Collects the methods of a definition.</summary>
    public class Builder
    {
        private readonly Dictionary<string, Action<ServiceBinderBase>> _byName = [];
        private readonly List<Action<ServiceBinderBase>> _inOrder = [];

        /// <summary>Adds a unary method.</summary>
        /// <param name="method">The method.</param>
        /// <param name="handler">Serves it.</param>
        /// <exception cref="ArgumentException">The definition has a method of that name.</exception>
        public Builder AddMethod<TRequest, TResponse>(
            Method<TRequest, TResponse> method,
            UnaryServerMethod<TRequest, TResponse> handler)
            where TRequest : class
            where TResponse : class => Add(method, binder => binder.AddMethod(method, handler));

        /// <summary>Adds a client streaming method.</summary>
        /// <param name="method">The method.</param>
        /// <param name="handler">Serves it.</param>
        /// <exception cref="ArgumentException">The definition has a method of that name.</exception>
        public Builder AddMethod<TRequest, TResponse>(
            Method<TRequest, TResponse> method,
            ClientStreamingServerMethod<TRequest, TResponse> handler)
            where TRequest : class
            where TResponse : class => Add(method, binder => binder.AddMethod(method, handler));

        /// <summary>Adds a server streaming method.</summary>
        /// <param name="method">The method.</param>
        /// <param name="handler">Serves it.</param>
        /// <exception cref="ArgumentException">The definition has a method of that name.</exception>
        public Builder AddMethod<TRequest, TResponse>(
            Method<TRequest, TResponse> method,
            ServerStreamingServerMethod<TRequest, TResponse> handler)
            where TRequest : class
            where TResponse : class => Add(method, binder => binder.AddMethod(method, handler));

        /// <summary>Adds a duplex streaming method.</summary>
        /// <param name="method">The method.</param>
        /// <param name="handler">Serves it.</param>
        /// <exception cref="ArgumentException">The definition has a method of that name.</exception>
        public Builder AddMethod<TRequest, TResponse>(
            Method<TRequest, TResponse> method,
            DuplexStreamingServerMethod<TRequest, TResponse> handler)
            where TRequest : class
            where TResponse : class => Add(method, binder => binder.AddMethod(method, handler));

        /// <summary>Ends the definition.</summary>
        public ServerServiceDefinition Build() => new([.. _inOrder]);

        private Builder Add(IMethod method, Action<ServiceBinderBase> bind)
        {
            _byName.Add(method.FullName, bind);
            _inOrder.Add(bind);
            return this;
        }
    }
}
