using Google.Protobuf;
using Router.Server.Store.Connections;
using StackExchange.Redis;
using Contract = Router.V1;

namespace Router.Server.Store.Reading;

/// <summary>Reads the events of a workspace.</summary>
public sealed class EventLog
{
    private readonly RedisConnection _connection;
    private readonly RedisKey _key;

    internal EventLog(RedisConnection connection, WorkspaceKeys keys)
    {
        _connection = connection;
        _key = keys.Events;
    }

    /// <summary>The events from a number on.</summary>
    /// <param name="from">The first number wanted, 1 or above.</param>
    /// <param name="batches">Most batches to read, 1 or above. A batch has the events of up to 512 commands.</param>
    /// <param name="cancel">Stops waiting.</param>
    /// <returns>In order and without gaps; none when the log ends before. Begins later than asked for when the first ones are no longer kept.</returns>
    /// <exception cref="StoreUnavailableException">Redis did not answer.</exception>
    public async Task<IReadOnlyList<Contract.Event>> ReadAsync(long from, int batches, CancellationToken cancel)
    {
        var holding = await RangeAsync(null, $"{from}-0", 1, Order.Descending, cancel);
        var start = holding.Length > 0 ? holding[0].Id : (RedisValue)$"{from}-0";
        var entries = await RangeAsync(start, null, batches + 1, Order.Ascending, cancel);
        var events = new List<Contract.Event>();
        foreach (var entry in entries)
        {
            foreach (var envelope in Parse(entry))
            {
                if (envelope.Position.Number >= from)
                {
                    events.Add(envelope);
                }
            }
        }

        return events;
    }

    /// <summary>The number of the first event that happened at a time or later; one more than the newest when none did.</summary>
    /// <param name="kept">What is kept.</param>
    /// <param name="at">Engine time, ms.</param>
    /// <param name="cancel">Stops waiting.</param>
    /// <exception cref="StoreUnavailableException">Redis did not answer.</exception>
    public async Task<long> FirstSinceAsync(EventRange kept, long at, CancellationToken cancel)
    {
        var (first, beyond) = (kept.Oldest.Number, kept.Newest.Number + 1);
        while (first < beyond)
        {
            var middle = first + ((beyond - first) / 2);
            var read = await ReadAsync(middle, 1, cancel);
            if (read.Count == 0 || read[0].Time.ToDateTimeOffset().ToUnixTimeMilliseconds() >= at)
            {
                beyond = middle;
            }
            else
            {
                first = middle + 1;
            }
        }

        return first;
    }

    /// <summary>What is kept, or null when there is nothing.</summary>
    /// <param name="cancel">Stops waiting.</param>
    /// <exception cref="StoreUnavailableException">Redis did not answer.</exception>
    public async Task<EventRange?> RangeAsync(CancellationToken cancel)
    {
        var first = RangeAsync(null, null, 1, Order.Ascending, cancel);
        var last = RangeAsync(null, null, 1, Order.Descending, cancel);
        var oldest = await first;
        var newest = await last;
        return oldest.Length == 0 || newest.Length == 0
            ? null
            : new EventRange(Position(Parse(oldest[0])[0]), Position(Parse(newest[0])[^1]));
    }

    private Task<StreamEntry[]> RangeAsync(RedisValue? from, RedisValue? to, int count, Order order, CancellationToken cancel) =>
        RedisConnection.GuardAsync(
            _connection.Database.StreamRangeAsync(_key, from, to, count, order, CommandFlags.DemandMaster),
            "reading events",
            cancel);

    private static EventPosition Position(Contract.Event envelope) => new(envelope.Position.Term, envelope.Position.Number);

    private static List<Contract.Event> Parse(StreamEntry entry)
    {
        var events = new List<Contract.Event>();
        var input = new CodedInputStream((byte[])entry["e"]!);
        while (!input.IsAtEnd)
        {
            var envelope = new Contract.Event();
            input.ReadMessage(envelope);
            events.Add(envelope);
        }

        return events;
    }
}
