namespace Grpc.Core.Interceptors;

/// <summary>Puts interceptors before an invoker.</summary>
public static class CallInvokerExtensions
{
    /// <summary>An invoker whose calls pass an interceptor first.</summary>
    /// <param name="invoker">Makes the calls.</param>
    /// <param name="interceptor">Sees them first.</param>
    public static CallInvoker Intercept(this CallInvoker invoker, Interceptor interceptor)
    {
        ArgumentNullException.ThrowIfNull(invoker);
        ArgumentNullException.ThrowIfNull(interceptor);
        return new InterceptingCallInvoker(invoker, interceptor);
    }

    /// <summary>An invoker whose calls pass interceptors, the first one first.</summary>
    /// <param name="invoker">Makes the calls.</param>
    /// <param name="interceptors">See them first.</param>
    public static CallInvoker Intercept(this CallInvoker invoker, params Interceptor[] interceptors)
    {
        ArgumentNullException.ThrowIfNull(interceptors);
        return interceptors.Reverse().Aggregate(invoker, (inner, interceptor) => inner.Intercept(interceptor));
    }
}
