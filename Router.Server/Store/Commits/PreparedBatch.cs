using System.Buffers;

namespace Router.Server.Store.Commits;

/// <summary>A batch as it is sent to Redis: made once by <see cref="BatchEncoder"/>, sent unchanged until it is answered.</summary>
public sealed class PreparedBatch : IDisposable
{
    private readonly int _length;
    private byte[]? _buffer;
    private int _unanswered;

    internal PreparedBatch(long sequence, byte[] hash, IReadOnlyList<string> keys, byte[] buffer, int length)
    {
        Sequence = sequence;
        Hash = hash;
        Keys = keys;
        _buffer = buffer;
        _length = length;
    }

    /// <summary>Counts the batches of a workspace over its whole life, from 1.</summary>
    public long Sequence { get; }

    /// <summary>Size of its payload in bytes.</summary>
    public int Size => _length;

    /// <summary>What tells this batch from any other of the same sequence number: 16 bytes.</summary>
    internal ReadOnlyMemory<byte> Hash { get; }

    /// <summary>The keys it touches, in the order of their indexes.</summary>
    internal IReadOnlyList<string> Keys { get; }

    /// <summary>State and writes, as the commit function reads them.</summary>
    internal ReadOnlyMemory<byte> Payload
    {
        get
        {
            ObjectDisposedException.ThrowIf(_buffer is null, this);
            return _buffer.AsMemory(0, _length);
        }
    }

    internal void Sent() => _unanswered++;

    internal void Answered() => _unanswered--;

    /// <summary>Gives the bytes back for a next batch. Only once this one is answered and will not be sent again.</summary>
    public void Dispose()
    {
        // After a send without an answer the client may still hold the bytes and write them out later.
        if (_buffer is { } buffer && _unanswered == 0)
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        _buffer = null;
    }
}
