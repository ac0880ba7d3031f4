using Grpc.Core;
using Router.Server.Edge.Access;

namespace Router.Server.Edge.Json;

/// <summary>Maps unary methods of a gRPC service as POSTs.</summary>
/// <param name="endpoints">Where to map them.</param>
/// <param name="isMapped">Which.</param>
internal sealed class JsonBinder(IEndpointRouteBuilder endpoints, Func<IMethod, bool> isMapped) : ServiceBinderBase
{
    /// <inheritdoc/>
    public override void AddMethod<TRequest, TResponse>(Method<TRequest, TResponse> method, UnaryServerMethod<TRequest, TResponse>? handler)
    {
        if (handler is null || !isMapped(method))
        {
            return;
        }

        var call = new JsonMethod<TRequest, TResponse>(method, handler);
        endpoints
            .MapPost($"/{method.ServiceName.Split('.')[^1]}/{method.Name}", call.RunAsync)
            .RequireRoles(AccessTable.Of(method.FullName)?.Roles ?? Roles.None);
    }

    /// <summary>Not mapped: a stream.</summary>
    /// <inheritdoc/>
    public override void AddMethod<TRequest, TResponse>(Method<TRequest, TResponse> method, ServerStreamingServerMethod<TRequest, TResponse>? handler)
    {
    }

    /// <summary>Not mapped: a stream.</summary>
    /// <inheritdoc/>
    public override void AddMethod<TRequest, TResponse>(Method<TRequest, TResponse> method, DuplexStreamingServerMethod<TRequest, TResponse>? handler)
    {
    }
}
