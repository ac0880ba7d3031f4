namespace Grpc.Core;

/// <summary>The call that credentials are asked for.</summary>
/// <param name="serviceUrl">The address of the service.</param>
/// <param name="methodName">The method's name.</param>
/// <param name="cancellationToken">Ends with the call.</param>
public class AuthInterceptorContext(string serviceUrl, string methodName, CancellationToken cancellationToken)
{
    /// <summary>Of a call that is not cancelled.</summary>
    /// <param name="serviceUrl">The address of the service.</param>
    /// <param name="methodName">The method's name.</param>
    public AuthInterceptorContext(string serviceUrl, string methodName)
        : this(serviceUrl, methodName, CancellationToken.None)
    {
    }

    /// <summary>The address of the service.</summary>
    public string ServiceUrl { get; } = serviceUrl ?? throw new ArgumentNullException(nameof(serviceUrl));

    /// <summary>The method's name.</summary>
    public string MethodName { get; } = methodName ?? throw new ArgumentNullException(nameof(methodName));

    /// <summary>Ends with the call.</summary>
    public CancellationToken CancellationToken { get; } = cancellationToken;
}
