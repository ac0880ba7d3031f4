namespace Grpc.Core;

/// <summary>Learns what call credentials are.</summary>
public abstract class CallCredentialsConfiguratorBase
{
    /// <summary>They are several.</summary>
    /// <param name="state">Handed through.</param>
    /// <param name="credentials">These.</param>
    public abstract void SetCompositeCredentials(object? state, IReadOnlyList<CallCredentials> credentials);

    /// <summary>They are made for each call.</summary>
    /// <param name="state">Handed through.</param>
    /// <param name="interceptor">By this.</param>
    public abstract void SetAsyncAuthInterceptorCredentials(object? state, AsyncAuthInterceptor interceptor);
}
