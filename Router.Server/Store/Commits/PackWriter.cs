using System.Buffers.Binary;
using System.Text;
using Google.Protobuf;

namespace Router.Server.Store.Commits;

/// <summary>
/// Writes the few MessagePack forms that the commit function unpacks (Redis has the reader built in): arrays and strings of bytes.
/// Lengths are always written in four bytes, so that a list can be begun before its length is known.
/// </summary>
internal sealed class PackWriter
{
    private const byte Array32 = 0xdd;
    private const byte String32 = 0xdb;
    private const byte UInt32 = 0xce;
    private const int HeaderSize = 5;

    private readonly ByteBuffer _buffer = new();
    private readonly FieldWriter _fields;

    public PackWriter() => _fields = new FieldWriter(_buffer);

    public int Length => _buffer.Length;

    public ReadOnlySpan<byte> Written => _buffer.Written;

    /// <summary>Hands the bytes over and begins anew.</summary>
    public byte[] Take() => _buffer.Take();

    /// <summary>Begins a list.</summary>
    /// <returns>Where its length is, for <see cref="EndArray"/>.</returns>
    public int BeginArray()
    {
        var at = Length;
        Header(Array32, 0);
        return at;
    }

    public void EndArray(int at, int length) => BinaryPrimitives.WriteInt32BigEndian(_buffer.From(at + 1), length);

    public void Array(int length) => Header(Array32, length);

    public void Number(int value) => Header(UInt32, value);

    public void Text(ReadOnlySpan<char> value)
    {
        var room = _buffer.Room(HeaderSize + Encoding.UTF8.GetMaxByteCount(value.Length));
        var length = Encoding.UTF8.GetBytes(value, room[HeaderSize..]);
        Header(String32, length);
        _buffer.Advance(length);
    }

    public void Digits(long value)
    {
        Span<char> digits = stackalloc char[20];
        value.TryFormat(digits, out var length);
        Text(digits[..length]);
    }

    public void Message(IMessage message)
    {
        var size = message.CalculateSize();
        Header(String32, size);
        message.WriteTo(_buffer.Room(size)[..size]);
        _buffer.Advance(size);
    }

    /// <summary>A message that is written field by field.</summary>
    public void Message<T>(T value, Action<FieldWriter, T> write)
    {
        var at = BeginBytes();
        write(_fields, value);
        EndBytes(at);
    }

    /// <summary>A string of bytes that is written piece by piece.</summary>
    /// <returns>Where its length is, for <see cref="EndBytes"/>.</returns>
    public int BeginBytes()
    {
        var at = Length;
        Header(String32, 0);
        return at;
    }

    /// <summary>Writes a message after its length, as part of a string that was begun.</summary>
    /// <param name="value">What the message says.</param>
    /// <param name="write">Writes the message's fields.</param>
    public void Delimited<T>(T value, Action<FieldWriter, T> write) => _fields.Alone(value, write);

    public void EndBytes(int at) =>
        BinaryPrimitives.WriteInt32BigEndian(_buffer.From(at + 1), Length - at - HeaderSize);

    private void Header(byte kind, int value)
    {
        var room = _buffer.Room(HeaderSize);
        room[0] = kind;
        BinaryPrimitives.WriteInt32BigEndian(room[1..], value);
        _buffer.Advance(HeaderSize);
    }
}
