using Router.Engine.Records;
using Router.Server.Store.Commits;

namespace Router.Server.Store.Loading;

/// <summary>Writes the sorted sets of waiting tickets anew from the tickets: what a hand changed in them has no effect.</summary>
internal static class QueueRebuild
{
    private const int TicketsPerCall = 5_000;

    /// <summary>The writes, in the order in which they are to be sent.</summary>
    public static IEnumerable<(byte[] Payload, IReadOnlyList<string> Keys)> Calls(WorkspaceKeys keys, WorkspaceRecord record)
    {
        var waiting = record.Tickets
            .Where(QueueWrites.Waits)
            .ToLookup(t => t.Content.Queue);
        foreach (var queue in record.Policy.Queues.Select(q => q.Name).Concat(waiting.Select(w => w.Key)).Distinct())
        {
            yield return Call(keys, queue, [], isFirst: true);
            foreach (var some in waiting[queue].Chunk(TicketsPerCall))
            {
                yield return Call(keys, queue, some, isFirst: false);
            }
        }
    }

    private static (byte[] Payload, IReadOnlyList<string> Keys) Call(
        WorkspaceKeys keys, string queue, TicketRecord[] tickets, bool isFirst)
    {
        var pack = new PackWriter();
        pack.Array(2);
        pack.Text("");
        var writes = new WriteList(pack, keys);
        writes.Begin(isFirst ? "DEL" : "ZADD", keys.Queue(queue));
        foreach (var ticket in tickets)
        {
            writes.Next().Digits(ticket.DueAt);
            writes.Next().Text(ticket.Id);
        }

        writes.End();
        writes.EndList();
        return (pack.Written.ToArray(), writes.Keys);
    }
}
