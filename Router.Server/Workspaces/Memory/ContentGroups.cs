using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using Router.Engine.Commands;
using Router.Engine.Records;
using Router.Engine.Tickets;

namespace Router.Server.Workspaces.Memory;

/// <summary>What a ticket was submitted with, as one hash for each group of fields: enough to say which groups differ the next time.</summary>
internal readonly struct ContentGroups
{
    /// <summary>Bytes in which it is saved.</summary>
    public const int Size = Count * sizeof(uint);

    private const int Count = 8;

    /// <summary>The hash of a group that is not known.</summary>
    private const uint Unknown = 0;

    private static readonly string[] Names =
        ["queue", "priority", "requirement", "customer", "subject", "text", "attributes", "schedule"];

    private readonly Hashes _hashes;

    private ContentGroups(Hashes hashes) => _hashes = hashes;

    public static ContentGroups Of(Submit submit)
    {
        var text = new StableHash();
        text.Add(submit.Text?.Text ?? "");
        text.Add(submit.Text?.Language ?? "");
        return Of(submit.Content, Known(text), HashSchedule(submit));
    }

    /// <summary>
    /// For a ticket whose submit is no longer kept: its first message may be any, what classification set is not what was asked, and it may have
    /// been put off since.
    /// </summary>
    public static ContentGroups Of(TicketRecord ticket) => Of(ticket.Content, Unknown, Unknown);

    public static ContentGroups Read(ReadOnlySpan<byte> bytes)
    {
        var hashes = default(Hashes);
        for (var i = 0; i < Count && (i + 1) * sizeof(uint) <= bytes.Length; i++)
        {
            hashes[i] = BinaryPrimitives.ReadUInt32LittleEndian(bytes[(i * sizeof(uint))..]);
        }

        return new(hashes);
    }

    public byte[] ToBytes()
    {
        var bytes = new byte[Size];
        for (var i = 0; i < Count; i++)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(i * sizeof(uint)), _hashes[i]);
        }

        return bytes;
    }

    /// <summary>The names of the groups that differ, comma separated; empty when none does.</summary>
    public string Differences(ContentGroups other)
    {
        List<string>? differ = null;
        for (var i = 0; i < Count; i++)
        {
            if (_hashes[i] != other._hashes[i] && _hashes[i] != Unknown && other._hashes[i] != Unknown)
            {
                (differ ??= []).Add(Names[i]);
            }
        }

        return differ is null ? "" : string.Join(',', differ);
    }

    private static ContentGroups Of(TicketContent content, uint text, uint schedule)
    {
        var hashes = default(Hashes);
        if (content.Classified is null)
        {
            hashes[0] = Hash(content.Queue, content.Channel);
            hashes[1] = Hash(content.Priority, content.Segment);
            hashes[2] = HashRequirement(content);
        }

        hashes[3] = Hash(content.CustomerId, content.CustomerName, content.CustomerAddress);
        hashes[4] = Hash(content.Subject);
        hashes[5] = text;
        hashes[6] = HashAttributes(content);
        hashes[7] = schedule;
        return new(hashes);
    }

    private static uint HashRequirement(TicketContent content)
    {
        var hash = new StableHash();
        foreach (var language in content.Languages)
        {
            hash.Add(language.Tag);
            hash.Add(language.MinLevel);
            hash.Add(language.AfterMs);
        }

        foreach (var skill in InOrder(content.Skills, s => s.Name))
        {
            hash.Add(skill.Name);
            hash.Add(skill.MinLevel);
        }

        return Known(hash);
    }

    // A client may send a map in another order the next time.
    private static uint HashAttributes(TicketContent content)
    {
        var hash = new StableHash();
        foreach (var (name, value) in InOrder(content.Attributes, a => a.Key))
        {
            hash.Add(name);
            hash.Add(value);
        }

        return Known(hash);
    }

    private static IEnumerable<T> InOrder<T>(IReadOnlyList<T> parts, Func<T, string> name) =>
        parts.Count < 2 ? parts : parts.OrderBy(name, StringComparer.Ordinal);

    private static uint Hash(params ReadOnlySpan<string> texts)
    {
        var hash = new StableHash();
        foreach (var text in texts)
        {
            hash.Add(text);
        }

        return Known(hash);
    }

    private static uint Hash(long number, string text)
    {
        var hash = new StableHash();
        hash.Add(number);
        hash.Add(text);
        return Known(hash);
    }

    private static uint HashSchedule(Submit submit)
    {
        var hash = new StableHash();
        hash.Add(submit.StartsAt);
        hash.Add(submit.TimeToLiveMs);
        if (submit.CallBack is { } wish)
        {
            hash.Add(wish.Number);
            hash.Add(wish.From);
            hash.Add(wish.Until);
            hash.Add(wish.TimeZone);
        }

        return Known(hash);
    }

    private static uint Known(StableHash hash) => hash.Value == Unknown ? 1 : hash.Value;

    [InlineArray(Count)]
    private struct Hashes
    {
        private uint _first;
    }
}
