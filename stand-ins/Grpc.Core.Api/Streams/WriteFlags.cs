namespace Grpc.Core;

/// <summary>How a message is written.</summary>
[Flags]
public enum WriteFlags
{
    /// <summary>May wait in a buffer for the next one.</summary>
    BufferHint = 0x1,

    /// <summary>Is not compressed.</summary>
    NoCompress = 0x2,
}
