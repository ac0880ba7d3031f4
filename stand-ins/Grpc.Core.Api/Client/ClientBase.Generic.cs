namespace Grpc.Core;

/// <summary>What a generated client derives from.</summary>
/// <typeparam name="T">The client itself.</typeparam>
public abstract class ClientBase<T> : ClientBase
    where T : ClientBase<T>
{
    /// <summary>For a test double, whose calls fail.</summary>
    protected ClientBase()
    {
    }

    /// <summary>With a configuration.</summary>
    /// <param name="configuration">How to call.</param>
    protected ClientBase(ClientBaseConfiguration configuration)
        : base(configuration)
    {
    }

    /// <summary>Over a channel.</summary>
    /// <param name="channel">The channel.</param>
    public ClientBase(ChannelBase channel)
        : base(channel)
    {
    }

    /// <summary>With an invoker.</summary>
    /// <param name="callInvoker">Makes the calls.</param>
    public ClientBase(CallInvoker callInvoker)
        : base(callInvoker)
    {
    }

    /// <summary>A client of the same kind that names another host.</summary>
    /// <param name="host">The host.</param>
    public T WithHost(string host) => NewInstance(Configuration.WithHost(host));

    /// <summary>A client of the same kind.</summary>
    /// <param name="configuration">How it calls.</param>
    protected abstract T NewInstance(ClientBaseConfiguration configuration);
}
