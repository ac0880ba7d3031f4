using Router.Engine.Records;
using Router.Server.Store.Codecs;
using Router.Server.Store.Connections;
using Router.Server.Store.V1;
using StackExchange.Redis;

namespace Router.Server.Store.Reading;

/// <summary>Reads tickets that are over, for 35 days.</summary>
public sealed class ClosedTickets
{
    private const int PageSize = 500;

    private readonly RedisConnection _connection;
    private readonly WorkspaceKeys _keys;

    internal ClosedTickets(RedisConnection connection, WorkspaceKeys keys)
    {
        _connection = connection;
        _keys = keys;
    }

    /// <summary>A closed ticket, or null when it is not kept.</summary>
    /// <param name="ticketId">Its id.</param>
    /// <param name="cancel">Stops waiting.</param>
    /// <exception cref="StoreUnavailableException">Redis did not answer.</exception>
    public async Task<TicketRecord?> FindAsync(string ticketId, CancellationToken cancel)
    {
        var database = _connection.Database;
        var days = await RedisConnection.GuardAsync(
            database.SortedSetRangeByRankAsync(_keys.ClosedDays, order: Order.Descending, flags: CommandFlags.DemandMaster),
            "reading the days of closed tickets",
            cancel);
        var asked = days.Select(day => database.HashGetAsync(_keys.Closed(day!), ticketId, CommandFlags.DemandMaster));
        var found = await RedisConnection.GuardAsync(Task.WhenAll(asked), "reading a closed ticket", cancel);
        var stored = found.FirstOrDefault(value => !value.IsNull);
        return stored.IsNull ? null : TicketCodec.FromWhole(StoredTicket.Parser.ParseFrom((byte[])stored!));
    }

    /// <summary>Many closed tickets, those that are kept.</summary>
    /// <param name="ticketIds">Their ids.</param>
    /// <param name="closedFrom">None of them was closed before, engine time in ms.</param>
    /// <param name="cancel">Stops waiting.</param>
    /// <exception cref="StoreUnavailableException">Redis did not answer.</exception>
    public async Task<Dictionary<string, TicketRecord>> FindAllAsync(IReadOnlyCollection<string> ticketIds, long closedFrom, CancellationToken cancel)
    {
        var found = new Dictionary<string, TicketRecord>(StringComparer.Ordinal);
        var database = _connection.Database;
        var days = await RedisConnection.GuardAsync(
            database.SortedSetRangeByRankAsync(_keys.ClosedDays, flags: CommandFlags.DemandMaster), "reading the days of closed tickets", cancel);
        foreach (var day in days.Select(day => (string)day!).Where(day => string.CompareOrdinal(day, WorkspaceKeys.Day(closedFrom)) >= 0))
        {
            foreach (var page in ticketIds.Where(id => !found.ContainsKey(id)).Chunk(PageSize))
            {
                var stored = await RedisConnection.GuardAsync(
                    database.HashGetAsync(_keys.Closed(day), [.. page.Select(id => (RedisValue)id)], CommandFlags.DemandMaster), "reading closed tickets", cancel);
                foreach (var (id, value) in page.Zip(stored).Where(pair => !pair.Second.IsNull))
                {
                    found[id] = TicketCodec.FromWhole(StoredTicket.Parser.ParseFrom((byte[])value!));
                }
            }
        }

        return found;
    }

    /// <summary>Closed tickets that were looked for.</summary>
    /// <param name="found">Which.</param>
    /// <param name="cancel">Stops waiting.</param>
    /// <returns>In the same order, without those that were reopened since.</returns>
    /// <exception cref="StoreUnavailableException">Redis did not answer.</exception>
    public async Task<IReadOnlyList<(Closing Closing, TicketRecord Ticket)>> ReadAsync(IReadOnlyList<Closing> found, CancellationToken cancel)
    {
        var asked = found.Select(closing => _connection.Database.HashGetAsync(_keys.Closed(closing.Place.Day), closing.TicketId, CommandFlags.DemandMaster));
        var stored = await RedisConnection.GuardAsync(Task.WhenAll(asked), "reading closed tickets", cancel);
        return
        [
            .. found
                .Zip(stored)
                .Where(pair => !pair.Second.IsNull)
                .Select(pair => (pair.First, TicketCodec.FromWhole(StoredTicket.Parser.ParseFrom((byte[])pair.Second!))))
                .Where(pair => pair.Item2.StateSince == pair.First.At),
        ];
    }
}
