using Router.Server.Statistics;
using Router.Server.Store.Codecs;
using Router.Server.Store.Connections;
using Router.Server.Store.Loading;
using Router.Server.Store.V1;
using StackExchange.Redis;

namespace Router.Server.Store.Reading;

/// <summary>Reads what was counted, for 35 days, as far as it is folded: what came since is in the owner's memory.</summary>
public sealed class StatisticsReader
{
    // Asked for at once: an answer holds some hundred tallies at most.
    private const int HashesPerRound = 96;

    private readonly RedisConnection _connection;
    private readonly WorkspaceKeys _keys;

    internal StatisticsReader(RedisConnection connection, WorkspaceKeys keys)
    {
        _connection = connection;
        _keys = keys;
    }

    /// <summary>The tallies of all queues, or agents, in some spans.</summary>
    /// <param name="span">How long the spans are.</param>
    /// <param name="starts">When they begin, engine time in ms.</param>
    /// <param name="cancel">Stops waiting.</param>
    /// <exception cref="StoreUnavailableException">Redis did not answer.</exception>
    public async Task<IReadOnlyList<CountedTally>> ReadAsync(TallySpan span, IEnumerable<long> starts, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(starts);
        var found = new List<CountedTally>();
        foreach (var round in starts.Chunk(HashesPerRound))
        {
            var asked = round.Select(start => _connection.Database.HashGetAllAsync(_keys.Statistics(span, start), CommandFlags.DemandMaster));
            var hashes = await RedisConnection.GuardAsync(Task.WhenAll(asked), "reading statistics", cancel);
            for (var i = 0; i < round.Length; i++)
            {
                found.AddRange(hashes[i].Select(field => Parsed(TallyCodec.KeyOf(span, round[i], field.Name!), field.Value)));
            }
        }

        return found;
    }

    /// <summary>Some tallies.</summary>
    /// <param name="wanted">Which.</param>
    /// <param name="cancel">Stops waiting.</param>
    /// <returns>Those of them that there are.</returns>
    /// <exception cref="StoreUnavailableException">Redis did not answer.</exception>
    public async Task<IReadOnlyList<CountedTally>> ReadAsync(IReadOnlyList<TallyKey> wanted, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        var found = new List<CountedTally>();
        var spans = wanted.GroupBy(key => (key.Span, key.Start)).Select(g => g.ToList()).ToList();
        foreach (var round in spans.Chunk(HashesPerRound))
        {
            var asked = round.Select(keys => _connection.Database.HashGetAsync(
                _keys.Statistics(keys[0].Span, keys[0].Start),
                [.. keys.Select(key => (RedisValue)TallyCodec.FieldOf(key))],
                CommandFlags.DemandMaster));
            var values = await RedisConnection.GuardAsync(Task.WhenAll(asked), "reading statistics", cancel);
            for (var i = 0; i < round.Length; i++)
            {
                found.AddRange(round[i].Zip(values[i]).Where(p => !p.Second.IsNull).Select(p => Parsed(p.First, p.Second)));
            }
        }

        return found;
    }

    /// <summary>What an owner goes on with.</summary>
    /// <param name="now">The time that was saved last, engine time in ms.</param>
    /// <param name="cancel">Stops waiting.</param>
    internal async Task<LoadedStatistics> LoadAsync(long now, CancellationToken cancel)
    {
        var first = TallyKey.Floor(Math.Max(0, now - TallyKey.MinutesKeptMs), TallyKey.MinuteMs);
        var minutes = Enumerable.Range(0, (int)((now - first) / TallyKey.MinuteMs) + 1).Select(i => first + (i * TallyKey.MinuteMs));
        var counted = await HashPages.ReadAsync(_connection, _keys.Counted, StoredTallies.Parser.ParseFrom, cancel);
        return new LoadedStatistics(
            [
                .. await ReadAsync(TallySpan.Minute, minutes, cancel),
                .. await ReadAsync(TallySpan.Day, [TallyKey.Floor(now, TallyKey.DayMs)], cancel),
            ],
            [.. counted.Values.SelectMany(TallyCodec.FromStored)]);
    }

    private static CountedTally Parsed(TallyKey key, RedisValue value) =>
        new(key, TallyCodec.FromStored(StoredTally.Parser.ParseFrom((byte[])value!)));
}
