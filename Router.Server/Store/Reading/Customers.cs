using Router.Server.Store.Connections;
using Router.Server.Store.V1;
using StackExchange.Redis;

namespace Router.Server.Store.Reading;

/// <summary>Reads what is kept of customers.</summary>
public sealed class Customers
{
    private readonly RedisConnection _connection;
    private readonly RedisKey _key;

    internal Customers(RedisConnection connection, WorkspaceKeys keys)
    {
        _connection = connection;
        _key = keys.Customers;
    }

    /// <summary>Tickets of a customer that were closed last, newest first: at most four, the last one always among them.</summary>
    /// <param name="customerId">The customer.</param>
    /// <param name="cancel">Stops waiting.</param>
    /// <exception cref="StoreUnavailableException">Redis did not answer.</exception>
    public async Task<IReadOnlyList<CustomerTicket>> LastTicketsAsync(string customerId, CancellationToken cancel)
    {
        RedisValue[] fields = [.. CustomerSlots.Fields(customerId)];
        var kept = await RedisConnection.GuardAsync(
            _connection.Database.HashGetAsync(_key, fields, CommandFlags.DemandMaster), "reading a customer", cancel);
        return
        [
            .. kept
                .Where(value => !value.IsNull)
                .Select(value => StoredCustomerTicket.Parser.ParseFrom((byte[])value!))
                .Select(stored => new CustomerTicket(stored.TicketId, stored.AgentId, stored.Language, stored.At))
                .OrderByDescending(ticket => ticket.ClosedAt),
        ];
    }
}
