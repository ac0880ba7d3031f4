namespace Grpc.Core;

/// <summary>A method without its message types.</summary>
public interface IMethod
{
    /// <summary>Which sides are streams.</summary>
    MethodType Type { get; }

    /// <summary>The full name of the service.</summary>
    string ServiceName { get; }

    /// <summary>The method's name within the service.</summary>
    string Name { get; }

    /// <summary>The path: "/service/method".</summary>
    string FullName { get; }
}
