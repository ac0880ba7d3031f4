using Router.Engine.Records;
using Router.Server.Edge.Wire;
using Router.Server.Store.Reading;

namespace Router.Server.Edge.Agents;

/// <summary>The newest part of a conversation, as an agent gets it with his ticket.</summary>
internal static class ConversationTail
{
    /// <summary>Most bytes with one ticket: 128 KiB.</summary>
    public const int MostBytes = 131_072;

    /// <summary>Most messages with one ticket.</summary>
    public const int MostMessages = 200;

    /// <summary>Reads it.</summary>
    /// <param name="conversations">The stored conversations.</param>
    /// <param name="ticket">The ticket.</param>
    /// <param name="mostBytes">Most bytes; the newest message is read even if it is larger.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>Oldest first.</returns>
    public static async ValueTask<IReadOnlyList<V1.Message>> ReadAsync(
        Conversations conversations, TicketRecord ticket, int mostBytes, CancellationToken cancel)
    {
        if (ticket.Messages == 0)
        {
            return [];
        }

        var after = Math.Max(0, ticket.Messages - MostMessages);
        var read = await conversations.ReadAsync(ticket.Id, after, MostMessages, cancel);
        var shown = read.Select(MessageWire.Of).ToList();
        var bytes = 0;
        var first = shown.Count;
        while (first > 0 && (bytes += shown[first - 1].CalculateSize()) <= mostBytes)
        {
            first--;
        }

        return shown[Math.Min(first, Math.Max(0, shown.Count - 1))..];
    }
}
