using System.Text;
using Google.Protobuf;

namespace Router.Server.Store.Commits;

/// <summary>
/// Writes the fields of Protobuf messages straight from the records, in the order of their numbers: the messages that every ticket
/// needs are not built first. As in proto3, what has its default is left out.
/// </summary>
internal sealed class FieldWriter(ByteBuffer buffer)
{
    private const int Varint = 0;
    private const int Delimited = 2;
    private const int LongestVarint = 10;
    private const int MostOfOneByte = 0x7f;

    // Of UTF-8, per char.
    private const int MostBytes = 3;

    public void Number(int field, long value)
    {
        if (value != 0)
        {
            Chosen(field, value);
        }
    }

    public void Flag(int field, bool value) => Number(field, value ? 1 : 0);

    /// <summary>A number that is one of several (<c>oneof</c>): 0 is written too.</summary>
    public void Chosen(int field, long value)
    {
        var room = buffer.Room(2 * LongestVarint);
        var used = Put(room, (uint)((field << 3) | Varint));
        buffer.Advance(used + Put(room[used..], (ulong)value));
    }

    public void Text(int field, string value)
    {
        if (value.Length == 0)
        {
            return;
        }

        var size = value.Length * MostBytes;
        if (size > MostOfOneByte)
        {
            size = Encoding.UTF8.GetByteCount(value);
        }

        var room = buffer.Room((2 * LongestVarint) + size);
        var used = Put(room, (uint)((field << 3) | Delimited));
        if (size <= MostOfOneByte)
        {
            size = Encoding.UTF8.GetBytes(value, room[(used + 1)..]);
            room[used++] = (byte)size;
        }
        else
        {
            used += Put(room[used..], (uint)size);
            Encoding.UTF8.GetBytes(value, room[used..]);
        }

        buffer.Advance(used + size);
    }

    public void Bytes(int field, ReadOnlySpan<byte> value)
    {
        if (value.Length > 0)
        {
            value.CopyTo(Delimit(field, value.Length));
            buffer.Advance(value.Length);
        }
    }

    public void Message(int field, IMessage message)
    {
        var size = message.CalculateSize();
        message.WriteTo(Delimit(field, size)[..size]);
        buffer.Advance(size);
    }

    /// <summary>One of a packed list of numbers: without a field.</summary>
    public void Packed(ulong value)
    {
        var room = buffer.Room(LongestVarint);
        buffer.Advance(Put(room, value));
    }

    /// <summary>A message within this one, or a packed list of numbers.</summary>
    public void Message<T>(int field, T value, Action<FieldWriter, T> write)
    {
        var at = Begin(field);
        write(this, value);
        End(at);
    }

    /// <summary>A list of messages.</summary>
    public void Messages<T>(int field, IReadOnlyList<T> values, Action<FieldWriter, T> write)
    {
        for (var i = 0; i < values.Count; i++)
        {
            Message(field, values[i], write);
        }
    }

    /// <summary>A list of messages.</summary>
    public void Messages<T>(int field, Span<T> values, Action<FieldWriter, T> write)
    {
        foreach (var value in values)
        {
            Message(field, value, write);
        }
    }

    /// <summary>An entry of a map of texts.</summary>
    public void Pair(int field, string key, string value)
    {
        var at = Begin(field);
        Text(1, key);
        Text(2, value);
        End(at);
    }

    /// <summary>Writes a message after its length, which belongs to no field.</summary>
    /// <param name="value">What the message says.</param>
    /// <param name="write">Writes the message's fields.</param>
    public void Alone<T>(T value, Action<FieldWriter, T> write)
    {
        buffer.Room(1);
        buffer.Advance(1);
        var at = buffer.Length;
        write(this, value);
        End(at);
    }

    /// <summary>Writes the fields of a message as this one's own.</summary>
    /// <param name="message">The message.</param>
    public void Fields(IMessage message)
    {
        var size = message.CalculateSize();
        message.WriteTo(buffer.Room(size)[..size]);
        buffer.Advance(size);
    }

    private int Begin(int field)
    {
        var room = buffer.Room(LongestVarint + 1);
        buffer.Advance(Put(room, (uint)((field << 3) | Delimited)) + 1);
        return buffer.Length;
    }

    private void End(int at)
    {
        var size = buffer.Length - at;
        if (size > MostOfOneByte)
        {
            // Its length takes more than the one byte left for it.
            Span<byte> length = stackalloc byte[LongestVarint];
            var more = Put(length, (uint)size) - 1;
            buffer.Room(more);
            buffer.Advance(more);
            var message = buffer.From(at);
            message[..size].CopyTo(message[more..]);
            length[..(more + 1)].CopyTo(buffer.From(at - 1));
        }
        else
        {
            buffer.From(at - 1)[0] = (byte)size;
        }
    }

    private Span<byte> Delimit(int field, int size)
    {
        var room = buffer.Room((2 * LongestVarint) + size);
        var used = Put(room, (uint)((field << 3) | Delimited));
        used += Put(room[used..], (uint)size);
        buffer.Advance(used);
        return room[used..];
    }

    private static int Put(Span<byte> room, ulong value)
    {
        var used = 0;
        while (value > MostOfOneByte)
        {
            room[used++] = (byte)(value | 0x80);
            value >>= 7;
        }

        room[used] = (byte)value;
        return used + 1;
    }
}
