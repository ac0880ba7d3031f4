namespace Grpc.Core;

/// <summary>How a channel is secured.</summary>
public abstract class ChannelCredentials
{
    /// <summary>Not at all.</summary>
    public static ChannelCredentials Insecure { get; } = new InsecureCredentials();

    /// <summary>By TLS with the machine's trusted roots.</summary>
    public static ChannelCredentials SecureSsl { get; } = new SslCredentials();

    internal virtual bool IsComposable => false;

    /// <summary>A secured channel that sends call credentials with each call.</summary>
    /// <param name="channelCredentials">How the channel is secured.</param>
    /// <param name="callCredentials">Sent with each call.</param>
    /// <exception cref="ArgumentException">The channel is not secured.</exception>
    public static ChannelCredentials Create(ChannelCredentials channelCredentials, CallCredentials callCredentials) =>
        new CompositeChannelCredentials(channelCredentials, callCredentials);

    /// <summary>Tells a channel what these are.</summary>
    /// <param name="configurator">The channel's.</param>
    /// <param name="state">Handed through.</param>
    public abstract void InternalPopulateConfiguration(ChannelCredentialsConfiguratorBase configurator, object? state);

    private sealed class InsecureCredentials : ChannelCredentials
    {
        public override void InternalPopulateConfiguration(ChannelCredentialsConfiguratorBase configurator, object? state) =>
            configurator.SetInsecureCredentials(state);
    }

    private sealed class CompositeChannelCredentials : ChannelCredentials
    {
        private readonly ChannelCredentials _channelCredentials;
        private readonly CallCredentials _callCredentials;

        public CompositeChannelCredentials(ChannelCredentials channelCredentials, CallCredentials callCredentials)
        {
            ArgumentNullException.ThrowIfNull(channelCredentials);
            ArgumentNullException.ThrowIfNull(callCredentials);
            if (!channelCredentials.IsComposable)
            {
                throw new ArgumentException(
                    $"Call credentials need a secured channel, {channelCredentials.GetType().Name} is not one.",
                    nameof(channelCredentials));
            }

            _channelCredentials = channelCredentials;
            _callCredentials = callCredentials;
        }

        public override void InternalPopulateConfiguration(ChannelCredentialsConfiguratorBase configurator, object? state) =>
            configurator.SetCompositeCredentials(state, _channelCredentials, _callCredentials);
    }
}
