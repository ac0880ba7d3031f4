using System.Buffers;

namespace Router.Server.Store.Commits;

/// <summary>Bytes that are written one after the other, in one piece of memory that grows. Whoever writes says how far he came.</summary>
internal sealed class ByteBuffer
{
    private const int FirstSize = 64 * 1024;

    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(FirstSize);

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    /// <summary>Room for so many bytes at least behind those that are written.</summary>
    public Span<byte> Room(int size)
    {
        if (_bytes.Length - Length < size)
        {
            Grow(size);
        }

        return _bytes.AsSpan(Length);
    }

    public void Advance(int size) => Length += size;

    /// <summary>Bytes that are written, to be changed.</summary>
    public Span<byte> From(int at) => _bytes.AsSpan(at, Length - at);

    /// <summary>Hands the bytes over and begins anew.</summary>
    public byte[] Take()
    {
        var taken = _bytes;
        _bytes = ArrayPool<byte>.Shared.Rent(FirstSize);
        Length = 0;
        return taken;
    }

    private void Grow(int size)
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_bytes.Length * 2, Length + size));
        Written.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = larger;
    }
}
