using Google.Protobuf.Collections;
using Router.Server.Statistics;
using Router.Server.Store.Commits;
using Router.Server.Store.V1;

namespace Router.Server.Store.Codecs;

/// <summary>Statistics, to and from their saved forms.</summary>
internal static class TallyCodec
{
    private const char Between = '\n';

    /// <summary>The field of a tally in the hash of its span.</summary>
    public static string FieldOf(TallyKey key) => string.Join(Between, key.Channel, key.Language, key.Name);

    public static TallyKey KeyOf(TallySpan span, long start, string field)
    {
        var parts = field.Split(Between, 3);
        return new TallyKey(span, start, parts[2], parts[0], parts[1]);
    }

    public static void Write(FieldWriter fields, IReadOnlyList<CountedTally> counted) =>
        fields.Messages(StoredTallies.TalliesFieldNumber, counted, Write);

    /// <summary>A tally whose key is its place: only what was counted.</summary>
    public static void WriteOne(FieldWriter fields, CountedTally counted) => fields.Message(StoredTally.EntriesFieldNumber, counted.Tally, WriteEntries);

    public static Tally FromStored(StoredTally stored) => FromEntries(stored.Entries);

    public static IEnumerable<CountedTally> FromStored(StoredTallies stored) => stored.Tallies.Select(t =>
    {
        var span = (TallySpan)t.Span;
        return new CountedTally(new TallyKey(span, t.Start * TallyKey.LengthOf(span), t.Name, t.Channel, t.Language), FromEntries(t.Entries));
    });

    private static void Write(FieldWriter fields, CountedTally counted)
    {
        var key = counted.Key;
        fields.Number(StoredTally.SpanFieldNumber, (long)key.Span);
        fields.Number(StoredTally.StartFieldNumber, key.Start / TallyKey.LengthOf(key.Span));
        fields.Text(StoredTally.NameFieldNumber, key.Name);
        fields.Text(StoredTally.ChannelFieldNumber, key.Channel);
        fields.Text(StoredTally.LanguageFieldNumber, key.Language);
        WriteOne(fields, counted);
    }

    private static void WriteEntries(FieldWriter fields, Tally tally)
    {
        for (var i = 0; i < tally.Count; i++)
        {
            var (number, amount) = tally.Entry(i);
            fields.Packed(number);
            fields.Packed((ulong)amount);
        }
    }

    private static Tally FromEntries(RepeatedField<ulong> entries)
    {
        var tally = new Tally();
        for (var i = 0; i + 1 < entries.Count; i += 2)
        {
            tally.Add((ushort)entries[i], (long)entries[i + 1]);
        }

        return tally;
    }
}
