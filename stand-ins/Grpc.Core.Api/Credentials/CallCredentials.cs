namespace Grpc.Core;

/// <summary>Credentials sent with a call.</summary>
public abstract class CallCredentials
{
    /// <summary>Several as one.</summary>
    /// <param name="credentials">At least two.</param>
    public static CallCredentials Compose(params CallCredentials[] credentials) => new CompositeCallCredentials(credentials);

    /// <summary>Made anew for each call.</summary>
    /// <param name="interceptor">Adds them to the headers.</param>
    public static CallCredentials FromInterceptor(AsyncAuthInterceptor interceptor) => new AsyncAuthInterceptorCredentials(interceptor);

    /// <summary>Tells a channel what these are.</summary>
    /// <param name="configurator">The channel's.</param>
    /// <param name="state">Handed through.</param>
    public abstract void InternalPopulateConfiguration(CallCredentialsConfiguratorBase configurator, object? state);

    private sealed class CompositeCallCredentials : CallCredentials
    {
        private readonly IReadOnlyList<CallCredentials> _credentials;

        public CompositeCallCredentials(CallCredentials[] credentials)
        {
            ArgumentNullException.ThrowIfNull(credentials);
            ArgumentOutOfRangeException.ThrowIfLessThan(credentials.Length, 2, nameof(credentials));
            _credentials = [.. credentials];
        }

        public override void InternalPopulateConfiguration(CallCredentialsConfiguratorBase configurator, object? state) =>
            configurator.SetCompositeCredentials(state, _credentials);
    }

    private sealed class AsyncAuthInterceptorCredentials : CallCredentials
    {
        private readonly AsyncAuthInterceptor _interceptor;

        public AsyncAuthInterceptorCredentials(AsyncAuthInterceptor interceptor)
        {
            ArgumentNullException.ThrowIfNull(interceptor);
            _interceptor = interceptor;
        }

        public override void InternalPopulateConfiguration(CallCredentialsConfiguratorBase configurator, object? state) =>
            configurator.SetAsyncAuthInterceptorCredentials(state, _interceptor);
    }
}
