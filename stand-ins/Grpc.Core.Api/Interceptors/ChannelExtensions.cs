namespace Grpc.Core.Interceptors;

/// <summary>Puts interceptors before a channel.</summary>
public static class ChannelExtensions
{
    /// <summary>An invoker whose calls pass an interceptor first.</summary>
    /// <param name="channel">Where the calls go.</param>
    /// <param name="interceptor">Sees them first.</param>
    public static CallInvoker Intercept(this ChannelBase channel, Interceptor interceptor)
    {
        ArgumentNullException.ThrowIfNull(channel);
        return channel.CreateCallInvoker().Intercept(interceptor);
    }

    /// <summary>An invoker whose calls pass interceptors, the first one first.</summary>
    /// <param name="channel">Where the calls go.</param>
    /// <param name="interceptors">See them first.</param>
    public static CallInvoker Intercept(this ChannelBase channel, params Interceptor[] interceptors)
    {
        ArgumentNullException.ThrowIfNull(channel);
        return channel.CreateCallInvoker().Intercept(interceptors);
    }
}
