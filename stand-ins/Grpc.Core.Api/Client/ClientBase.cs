namespace Grpc.Core;

/// <summary>What all generated clients have.</summary>
public abstract class ClientBase
{
    /// <summary>For a test double, whose calls fail.</summary>
    protected ClientBase()
        : this(new ClientBaseConfiguration(new UnimplementedCallInvoker(), null))
    {
    }

    /// <summary>With a configuration.</summary>
    /// <param name="configuration">How to call.</param>
    protected ClientBase(ClientBaseConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        Configuration = configuration;
        CallInvoker = configuration.CreateCallInvoker();
    }

    /// <summary>Over a channel.</summary>
    /// <param name="channel">The channel.</param>
    protected ClientBase(ChannelBase channel)
        : this(channel.CreateCallInvoker())
    {
    }

    /// <summary>With an invoker.</summary>
    /// <param name="callInvoker">Makes the calls.</param>
    protected ClientBase(CallInvoker callInvoker)
        : this(new ClientBaseConfiguration(callInvoker, null))
    {
    }

    /// <summary>Makes the calls.</summary>
    protected CallInvoker CallInvoker { get; }

    internal ClientBaseConfiguration Configuration { get; }

    /// <summary>How a client calls.</summary>
    protected internal class ClientBaseConfiguration
    {
        private readonly CallInvoker _callInvoker;
        private readonly string? _host;

        internal ClientBaseConfiguration(CallInvoker callInvoker, string? host)
        {
            ArgumentNullException.ThrowIfNull(callInvoker);
            _callInvoker = callInvoker;
            _host = host;
        }

        internal CallInvoker CreateCallInvoker() =>
            _host is null ? _callInvoker : new Interceptors.InterceptingCallInvoker(_callInvoker, new Interceptors.HostInterceptor(_host));

        internal ClientBaseConfiguration WithHost(string host) => new(_callInvoker, host);
    }
}
