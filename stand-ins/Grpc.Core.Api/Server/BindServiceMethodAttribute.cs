namespace Grpc.Core;

/// <summary>Names the method that binds a generated service.</summary>
/// <param name="bindType">The type that has it.</param>
/// <param name="bindMethodName">Its name.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = true)]
public class BindServiceMethodAttribute(Type bindType, string bindMethodName) : Attribute
{
    /// <summary>The type that has the method.</summary>
    public Type BindType { get; } = bindType;

    /// <summary>The method's name.</summary>
    public string BindMethodName { get; } = bindMethodName;
}
