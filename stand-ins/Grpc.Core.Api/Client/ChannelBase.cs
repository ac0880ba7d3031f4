namespace Grpc.Core;

/// <summary>A connection, or several, to one target.</summary>
public abstract class ChannelBase
{
    /// <summary>To a target.</summary>
    /// <param name="target">Where to.</param>
    protected ChannelBase(string target)
    {
        ArgumentNullException.ThrowIfNull(target);
        Target = target;
    }

    /// <summary>Where to.</summary>
    public string Target { get; }

    /// <summary>What makes calls over this channel.</summary>
    public abstract CallInvoker CreateCallInvoker();

    /// <summary>Closes the channel.</summary>
    public Task ShutdownAsync() => ShutdownAsyncCore();

    /// <summary>Implements <see cref="ShutdownAsync"/>.</summary>
    protected virtual Task ShutdownAsyncCore() => Task.CompletedTask;
}
