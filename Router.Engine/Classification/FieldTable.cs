using System.Globalization;
using Router.Engine.Policies;
using Router.Engine.Tickets;

namespace Router.Engine.Classification;

/// <summary>The fields that the rules of a policy look at, each looked up once for a ticket.</summary>
internal sealed class FieldTable
{
    private readonly Dictionary<string, int> _fields = new(StringComparer.Ordinal);
    private readonly List<(int Slot, Func<TicketContent, long, string> Read)> _readers = [];
    private readonly Dictionary<string, int> _attributes = new(StringComparer.Ordinal);
    private int _count;
    private string?[] _values = [];

    /// <summary>The number of a field, which is new or was asked for before.</summary>
    public int SlotOf(string field)
    {
        var isAttribute = field.StartsWith(ConditionPart.AttributePrefix, StringComparison.Ordinal);
        var (slots, name) = isAttribute ? (_attributes, field[ConditionPart.AttributePrefix.Length..]) : (_fields, field);
        if (!slots.TryGetValue(name, out var slot))
        {
            slot = _count++;
            slots.Add(name, slot);
            _values = new string?[_count];
            if (!isAttribute && ReaderOf(name) is { } read)
            {
                _readers.Add((slot, read));
            }
        }

        return slot;
    }

    /// <summary>The values of a ticket's fields by their numbers, to be read before the next ticket's.</summary>
    public string?[] Read(TicketContent content, long now)
    {
        Array.Clear(_values);
        foreach (var (slot, read) in _readers)
        {
            _values[slot] = read(content, now);
        }

        if (_attributes.Count > 0)
        {
            // By index, which needs no enumerator: read for every ticket.
            for (var i = 0; i < content.Attributes.Count; i++)
            {
                if (_attributes.TryGetValue(content.Attributes[i].Key, out var slot))
                {
                    _values[slot] = content.Attributes[i].Value;
                }
            }
        }

        return _values;
    }

    private static Func<TicketContent, long, string>? ReaderOf(string field) => field switch
    {
        "channel" => (content, _) => content.Channel,
        "source" => (content, _) => content.Source,
        "language" => (content, _) => content.FirstLanguage,
        "segment" => (content, _) => content.Segment,
        "time" => (_, now) => Moment(now, "yyyy-MM-dd'T'HH:mm:ss'Z'"),
        "time_of_day" => (_, now) => Moment(now, "HH:mm"),
        _ => null,
    };

    private static string Moment(long now, string format) =>
        DateTimeOffset.FromUnixTimeMilliseconds(now).UtcDateTime.ToString(format, CultureInfo.InvariantCulture);
}
