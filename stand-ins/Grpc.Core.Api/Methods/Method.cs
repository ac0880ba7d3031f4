namespace Grpc.Core;

/// <summary>A method of a service.</summary>
/// <typeparam name="TRequest">The request.</typeparam>
/// <typeparam name="TResponse">The response.</typeparam>
/// <param name="type">Which sides are streams.</param>
/// <param name="serviceName">The full name of the service.</param>
/// <param name="name">The method's name within the service.</param>
/// <param name="requestMarshaller">Of the request.</param>
/// <param name="responseMarshaller">Of the response.</param>
public class Method<TRequest, TResponse>(
    MethodType type,
    string serviceName,
    string name,
    Marshaller<TRequest> requestMarshaller,
    Marshaller<TResponse> responseMarshaller) : IMethod
{
    /// <inheritdoc/>
    public MethodType Type { get; } = type;

    /// <inheritdoc/>
    public string ServiceName { get; } = serviceName ?? throw new ArgumentNullException(nameof(serviceName));

    /// <inheritdoc/>
    public string Name { get; } = name ?? throw new ArgumentNullException(nameof(name));

    /// <inheritdoc/>
    public string FullName { get; } = $"/{serviceName}/{name}";

    /// <summary>Of the request.</summary>
    public Marshaller<TRequest> RequestMarshaller { get; } =
        requestMarshaller ?? throw new ArgumentNullException(nameof(requestMarshaller));

    /// <summary>Of the response.</summary>
    public Marshaller<TResponse> ResponseMarshaller { get; } =
        responseMarshaller ?? throw new ArgumentNullException(nameof(responseMarshaller));
}
