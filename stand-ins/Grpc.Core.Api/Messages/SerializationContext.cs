using System.Buffers;

namespace Grpc.Core;

/// <summary>Where a marshaller writes one message.</summary>
public abstract class SerializationContext
{
    /// <summary>Ends the message with these bytes.</summary>
    /// <param name="payload">The whole message.</param>
    public virtual void Complete(byte[] payload) => throw new NotSupportedException();

    /// <summary>A buffer to write the message into; <see cref="Complete()"/> ends it.</summary>
    public virtual IBufferWriter<byte> GetBufferWriter() => throw new NotSupportedException();

    /// <summary>Announces the size of the message before it is written.</summary>
    /// <param name="payloadLength">Bytes.</param>
    public virtual void SetPayloadLength(int payloadLength)
    {
    }

    /// <summary>Ends the message that was written into the buffer.</summary>
    public virtual void Complete() => throw new NotSupportedException();
}
