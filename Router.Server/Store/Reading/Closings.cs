using System.Globalization;
using Router.Server.Store.Codecs;
using Router.Server.Store.Connections;
using Router.Server.Store.V1;
using StackExchange.Redis;

namespace Router.Server.Store.Reading;

/// <summary>Looks for tickets that are over, the last closed first, without reading the tickets themselves.</summary>
public sealed class Closings
{
    /// <summary>Most closed tickets that one page looks at: at most a few MB from Redis.</summary>
    public const int MostLookedAt = 20_000;

    private const int BatchesPerRead = 200;

    private readonly RedisConnection _connection;
    private readonly WorkspaceKeys _keys;

    internal Closings(RedisConnection connection, WorkspaceKeys keys)
    {
        _connection = connection;
        _keys = keys;
    }

    /// <summary>The next of those looked for.</summary>
    /// <param name="query">Which.</param>
    /// <param name="most">Most to find, 1 or above; fewer are found when too many others lie between.</param>
    /// <param name="cancel">Stops waiting.</param>
    /// <exception cref="StoreUnavailableException">Redis did not answer.</exception>
    public async Task<ClosingPage> FindAsync(ClosingQuery query, int most, CancellationToken cancel)
    {
        var found = new List<Closing>();
        var lookedAt = 0;
        foreach (var day in await DaysAsync(query, cancel))
        {
            var to = await LastSequenceAsync(day, query, cancel);
            while (to > 0)
            {
                var batches = await RangeAsync(day, to, BatchesPerRead, cancel);
                foreach (var closing in batches.SelectMany(batch => Backwards(day, batch)).Where(c => IsAfter(c.Place, query.After) && !(c.At >= query.Until)))
                {
                    if (closing.At < query.From)
                    {
                        return new ClosingPage(found, null);
                    }

                    if (query.Takes(closing))
                    {
                        found.Add(closing);
                    }

                    if (++lookedAt == MostLookedAt || found.Count == most)
                    {
                        return new ClosingPage(found, closing);
                    }
                }

                to = batches.Length < BatchesPerRead ? 0 : SequenceOf(batches[^1]) - 1;
            }
        }

        return new ClosingPage(found, null);
    }

    private async Task<IEnumerable<string>> DaysAsync(ClosingQuery query, CancellationToken cancel)
    {
        var days = await RedisConnection.GuardAsync(
            _connection.Database.SortedSetRangeByRankAsync(_keys.ClosedDays, flags: CommandFlags.DemandMaster), "reading the days of closed tickets", cancel);
        var last = query.Until is { } until ? WorkspaceKeys.Day(until) : null;
        return days
            .Select(day => (string)day!)
            .Where(day => (last is null || string.CompareOrdinal(day, last) <= 0) && (query.After is not { } after || string.CompareOrdinal(day, after.Day) <= 0))
            .OrderDescending(StringComparer.Ordinal);
    }

    /// <summary>The last batch of a day that may have closed a ticket looked for; 0 when none did.</summary>
    private async Task<long> LastSequenceAsync(string day, ClosingQuery query, CancellationToken cancel)
    {
        var last = query.After is { } after && after.Day == day ? after.Sequence : long.MaxValue;
        if (query.Until is not { } until || day != WorkspaceKeys.Day(until))
        {
            return last;
        }

        var newest = await RangeAsync(day, last, 1, cancel);
        last = newest.Length == 0 ? 0 : SequenceOf(newest[0]);
        var first = 0L;
        while (first < last)
        {
            var middle = last - ((last - first) / 2);
            var batch = await RangeAsync(day, middle, 1, cancel);
            if (batch.Length == 0 || Backwards(day, batch[0]).Last().At < until)
            {
                first = middle;
            }
            else
            {
                last = SequenceOf(batch[0]) - 1;
            }
        }

        return first;
    }

    private Task<StreamEntry[]> RangeAsync(string day, long last, int batches, CancellationToken cancel) =>
        RedisConnection.GuardAsync(
            _connection.Database.StreamRangeAsync(_keys.Closings(day), null, $"{last}-0", batches, Order.Descending, CommandFlags.DemandMaster),
            "reading what closed tickets are looked for by",
            cancel);

    private static long SequenceOf(StreamEntry batch) => long.Parse(((string)batch.Id!).Split('-')[0], CultureInfo.InvariantCulture);

    private static IEnumerable<Closing> Backwards(string day, StreamEntry batch)
    {
        var stored = StoredClosings.Parser.ParseFrom((byte[])batch[ClosingCodec.Field]!).Tickets;
        var sequence = SequenceOf(batch);
        for (var i = stored.Count - 1; i >= 0; i--)
        {
            yield return ClosingCodec.FromStored(stored[i], new ClosingPlace(day, sequence, i));
        }
    }

    private static bool IsAfter(ClosingPlace place, ClosingPlace? after) =>
        after is not { } known || place.Day != known.Day || place.Sequence < known.Sequence || place.Index < known.Index;
}
