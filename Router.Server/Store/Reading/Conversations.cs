using Router.Engine.Tickets;
using Router.Server.Store.Codecs;
using Router.Server.Store.Connections;
using Router.Server.Store.V1;
using StackExchange.Redis;

namespace Router.Server.Store.Reading;

/// <summary>Reads the messages of tickets, and keeps how far their readers have come.</summary>
public sealed class Conversations
{
    private readonly RedisConnection _connection;
    private readonly WorkspaceKeys _keys;

    internal Conversations(RedisConnection connection, WorkspaceKeys keys)
    {
        _connection = connection;
        _keys = keys;
    }

    /// <summary>Messages of a ticket, open or closed, oldest first.</summary>
    /// <param name="ticketId">The ticket.</param>
    /// <param name="after">Begin after this number; 0 is from the start.</param>
    /// <param name="most">Most messages, 1 or above.</param>
    /// <param name="cancel">Stops waiting.</param>
    /// <exception cref="StoreUnavailableException">Redis did not answer.</exception>
    public async Task<IReadOnlyList<Message>> ReadAsync(string ticketId, long after, int most, CancellationToken cancel)
    {
        var entries = await RedisConnection.GuardAsync(
            _connection.Database.StreamRangeAsync(
                _keys.Messages(ticketId), $"{after + 1}-0", null, most, Order.Ascending, CommandFlags.DemandMaster),
            "reading messages",
            cancel);
        return [.. entries.Select(entry => TicketCodec.FromStored(StoredMessage.Parser.ParseFrom((byte[])entry["m"]!)))];
    }

    /// <summary>Says that a reader has all messages up to a number. A smaller number than before changes nothing.</summary>
    /// <param name="ticketId">The ticket.</param>
    /// <param name="reader">Whose mark it is.</param>
    /// <param name="number">The message's number, 0 or above.</param>
    /// <param name="cancel">Stops waiting; it may be done all the same.</param>
    /// <returns>The mark as it is now, and whether there is a message of that number at all; if not, nothing has changed.</returns>
    /// <exception cref="StoreUnavailableException">Redis did not answer.</exception>
    public async Task<Confirmation> ConfirmAsync(string ticketId, MessageReader reader, long number, CancellationToken cancel)
    {
        var answer = await _connection.CallAsync(
            "confirm", [_keys.Messages(ticketId)], [Group(reader), number], onReplicaToo: false, cancel);
        return new Confirmation((string)answer[0]! == "confirmed", (long)answer[1]);
    }

    /// <summary>The number up to which a reader has all messages; 0 is none.</summary>
    /// <param name="ticketId">The ticket.</param>
    /// <param name="reader">Whose mark it is.</param>
    /// <param name="cancel">Stops waiting.</param>
    /// <exception cref="StoreUnavailableException">Redis did not answer.</exception>
    public async Task<long> ConfirmedAsync(string ticketId, MessageReader reader, CancellationToken cancel) =>
        (await ConfirmAsync(ticketId, reader, 0, cancel)).Number;

    private static string Group(MessageReader reader) => reader switch
    {
        MessageReader.Adapter => "adapter",
        MessageReader.Agent => "agent",
        _ => throw new ArgumentOutOfRangeException(nameof(reader), reader, "No such reader."),
    };
}
