namespace Grpc.Core;

/// <summary>How the messages of a call are written.</summary>
/// <param name="flags">The flags.</param>
public class WriteOptions(WriteFlags flags = default)
{
    /// <summary>No flags.</summary>
    public static readonly WriteOptions Default = new();

    /// <summary>The flags.</summary>
    public WriteFlags Flags { get; } = flags;
}
