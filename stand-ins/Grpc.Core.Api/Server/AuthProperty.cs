using System.Text;

namespace Grpc.Core;

/// <summary>A fact about the caller.</summary>
public class AuthProperty
{
    private readonly byte[] _valueBytes;

    private AuthProperty(string name, byte[] valueBytes)
    {
        Name = name;
        _valueBytes = valueBytes;
    }

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>The value as UTF-8 text.</summary>
    public string Value => Encoding.UTF8.GetString(_valueBytes);

    /// <summary>A copy of the value.</summary>
    public byte[] ValueBytes => [.. _valueBytes];

    /// <summary>Makes a property.</summary>
    /// <param name="name">The name.</param>
    /// <param name="valueBytes">The value; it is copied.</param>
    public static AuthProperty Create(string name, byte[] valueBytes)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(valueBytes);
        return new AuthProperty(name, [.. valueBytes]);
    }
}
