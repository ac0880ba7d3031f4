using System.Buffers.Binary;
using Router.Server.Store.Connections;
using Router.Server.Store.V1;
using StackExchange.Redis;

namespace Router.Server.Store.Reading;

/// <summary>Reads what is kept of customers.</summary>
public sealed class Customers
{
    private const int LengthBytes = 2;

    private readonly RedisConnection _connection;
    private readonly RedisKey _key;

    internal Customers(RedisConnection connection, WorkspaceKeys keys)
    {
        _connection = connection;
        _key = keys.Customers;
    }

    /// <summary>The last tickets of a customer that were closed, newest first: about eight.</summary>
    /// <param name="customerId">The customer.</param>
    /// <param name="cancel">Stops waiting.</param>
    /// <exception cref="StoreUnavailableException">Redis did not answer.</exception>
    public async Task<IReadOnlyList<CustomerTicket>> LastTicketsAsync(string customerId, CancellationToken cancel)
    {
        byte[]? kept = await RedisConnection.GuardAsync(
            _connection.Database.HashGetAsync(_key, customerId, CommandFlags.DemandMaster), "reading a customer", cancel);
        var tickets = new List<CustomerTicket>();
        for (var rest = kept.AsSpan(); rest.Length > 0;)
        {
            var length = BinaryPrimitives.ReadUInt16BigEndian(rest);
            var stored = StoredCustomerTicket.Parser.ParseFrom(rest.Slice(LengthBytes, length));
            tickets.Add(new CustomerTicket(stored.TicketId, stored.AgentId, stored.Language, stored.At));
            rest = rest[(LengthBytes + length)..];
        }

        tickets.Reverse();
        return tickets;
    }
}
