using System.Collections;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;

namespace Router.Server.Tests.Edge;

/// <summary>
/// Draws messages of any type: most of them nearly right, with names that are there, others with texts of strangers and numbers at and beyond every end.
/// </summary>
/// <param name="seed">Which messages.</param>
/// <param name="names">Names that are there, by a word in the name of their fields; under the empty word those of all others.</param>
/// <param name="now">About when times are.</param>
internal sealed class HostileMessages(int seed, IReadOnlyDictionary<string, List<string>> names, DateTimeOffset now)
{
    private const int MostDepth = 4;

    private static readonly string[] Texts =
    [
        "", " ", "a", "en", "he", "x-own", "zz-zz-zz", "-1", "0", "7-7", "=1+1", "..", "{default}:meta", "a b", "a,b", "\0", "\n", "a\nb", "\u001b[2J", "\u009b2J",
        "\u202eabc\u2066", "\ufeff", "\u2028", "\U0001F468\u200d\U0001F469", "\U00020000", "e" + new string('\u0301', 400), new string('x', 129), new string('x', 1_025),
        new string('\u05d0', 40_000), "Europe/Vilnius", "../../etc/passwd", "best-fit", "longest-idle",
    ];

    private static readonly long[] Numbers = [0, 1, 2, 3, 5, 10, 100, 1_001, 86_400, int.MaxValue, int.MinValue, -1, long.MaxValue, long.MinValue];

    private static readonly double[] Fractions = [0, 1, 0.5, -1, 1e-300, 1e300, double.NaN, double.PositiveInfinity, double.NegativeInfinity];

    private static readonly double[] Harms = [0, 0, 0.03, 0.3, 1];

    private static readonly double[] Fills = [0.1, 0.3, 0.6];

    // Without these nothing is understood.
    private static readonly HashSet<string> Needed = ["source", "external_id", "channel", "queue", "name", "agent_id", "ticket_id", "tickets", "ticket_ids", "channels", "offer_no", "assignment_no", "text", "profile"];

    private readonly Random _random = new(seed);
    private double _harm;
    private double _fill;

    /// <summary>A message.</summary>
    /// <param name="type">Its type.</param>
    public IMessage Next(MessageDescriptor type)
    {
        (_harm, _fill) = (Pick(Harms), Pick(Fills));
        var message = Next(type, 0);
        type.FindFieldByName("request_id")?.Accessor.Clear(message);
        return message;
    }

    /// <summary>Changes a few fields of a message, or of what is in it.</summary>
    /// <param name="message">The message.</param>
    public void Change(IMessage message)
    {
        (_harm, _fill) = (Pick(Harms), Pick(Fills));
        for (var left = _random.Next(1, 4); left > 0; left--)
        {
            Change(message, 0);
        }
    }

    private void Change(IMessage message, int depth)
    {
        var field = Pick(message.Descriptor.Fields.InDeclarationOrder());
        var inside = field.FieldType != FieldType.Message || field.IsMap ? null
            : field.IsRepeated ? ((IList)field.Accessor.GetValue(message)).Cast<IMessage>().ToList() is { Count: > 0 } items ? Pick(items) : null
            : field.Accessor.GetValue(message) as IMessage;
        if (inside is not null && inside.Descriptor.Fields.InDeclarationOrder().Count > 0 && _random.Next(4) > 0)
        {
            Change(inside, depth + 1);
        }
        else
        {
            Fill(message, field, depth);
        }
    }

    private IMessage Next(MessageDescriptor type, int depth)
    {
        if (type == Timestamp.Descriptor)
        {
            return new Timestamp { Seconds = IsHarm ? Pick(Numbers) : now.ToUnixTimeSeconds() + _random.Next(-100_000, 100_000), Nanos = Nanos() };
        }

        if (type == Duration.Descriptor)
        {
            return new Duration { Seconds = IsHarm ? Pick(Numbers) : _random.Next(0, 300), Nanos = Nanos() };
        }

        var message = type.Parser.ParseFrom([]);
        foreach (var field in type.Fields.InDeclarationOrder().Where(f => f.RealContainingOneof is null && _random.NextDouble() < (Needed.Contains(f.Name) ? 0.9 : _fill)))
        {
            Fill(message, field, depth);
        }

        foreach (var oneof in type.Oneofs.Where(o => !o.IsSynthetic && _random.Next(8) > 0))
        {
            Fill(message, Pick(oneof.Fields), depth);
        }

        return message;
    }

    private void Fill(IMessage message, FieldDescriptor field, int depth)
    {
        if (field.FieldType == FieldType.Message && depth == MostDepth)
        {
            return;
        }

        if (field.IsMap)
        {
            var map = (IDictionary)field.Accessor.GetValue(message);
            for (var left = _random.Next(4); left > 0; left--)
            {
                map[Value(field.MessageType.FindFieldByNumber(1), depth)] = Value(field.MessageType.FindFieldByNumber(2), depth);
            }
        }
        else if (field.IsRepeated)
        {
            var list = (IList)field.Accessor.GetValue(message);
            var one = Value(field, depth);
            for (var left = depth == 0 && IsHarm && _random.Next(10) == 0 ? 1_001 : _random.Next(4); left > 0; left--)
            {
                list.Add(_random.Next(3) == 0 || left > 10 ? one : Value(field, depth));
            }
        }
        else
        {
            field.Accessor.SetValue(message, Value(field, depth));
        }
    }

    private object Value(FieldDescriptor field, int depth) => field.FieldType switch
    {
        FieldType.Message => Next(field.MessageType, depth + 1),
        FieldType.String => IsHarm ? Pick(Texts) : Pick(Known(field.Name)),
        FieldType.Bytes => ByteString.CopyFrom(new byte[_random.Next(70)]),
        FieldType.Bool => _random.Next(2) == 0,
        FieldType.Double => IsHarm ? Pick(Fractions) : _random.NextDouble(),
        FieldType.Float => (float)(IsHarm ? Pick(Fractions) : _random.NextDouble()),
        FieldType.Enum => IsHarm ? _random.Next(-1, 200) : Pick(field.EnumType.Values).Number,
        FieldType.UInt32 or FieldType.Fixed32 => unchecked((uint)Number()),
        FieldType.UInt64 or FieldType.Fixed64 => unchecked((ulong)Number()),
        FieldType.Int64 or FieldType.SInt64 or FieldType.SFixed64 => Number(),
        _ => unchecked((int)Number()),
    };

    private bool IsHarm => _random.NextDouble() < _harm;

    private List<string> Known(string field) => names.FirstOrDefault(n => n.Key.Length > 0 && field.Contains(n.Key, StringComparison.Ordinal)).Value ?? names[""];

    private long Number() => IsHarm ? Pick(Numbers) : _random.Next(0, 6);

    private int Nanos() => IsHarm ? unchecked((int)Pick(Numbers)) : 0;

    private T Pick<T>(IEnumerable<T> values)
    {
        var all = values as IReadOnlyList<T> ?? [.. values];
        return all[_random.Next(all.Count)];
    }
}
