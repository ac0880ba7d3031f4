using Router.Engine.Records;
using Router.Engine.Tickets;
using Router.Server.Store.Commits;
using Router.Server.Store.Reading;
using Router.Server.Store.V1;

namespace Router.Server.Store.Codecs;

/// <summary>What closed tickets are looked for by, to and from its saved form.</summary>
internal static class ClosingCodec
{
    /// <summary>The field of a stream's entry that holds the tickets of a batch.</summary>
    public const string Field = "t";

    public static void Write(FieldWriter fields, IEnumerable<TicketRecord> closed)
    {
        foreach (var ticket in closed)
        {
            fields.Message(StoredClosings.TicketsFieldNumber, ticket, Write);
        }
    }

    public static Closing FromStored(StoredClosing stored, ClosingPlace place) =>
        new(place, stored.TicketId, stored.At, (TicketState)stored.State, stored.Queue, stored.Channel, stored.AgentId, stored.CustomerId);

    private static void Write(FieldWriter fields, TicketRecord ticket)
    {
        fields.Text(StoredClosing.TicketIdFieldNumber, ticket.Id);
        fields.Number(StoredClosing.AtFieldNumber, ticket.StateSince);
        fields.Number(StoredClosing.StateFieldNumber, (long)ticket.State);
        fields.Text(StoredClosing.QueueFieldNumber, ticket.Content.Queue);
        fields.Text(StoredClosing.ChannelFieldNumber, ticket.Content.Channel);
        fields.Text(StoredClosing.AgentIdFieldNumber, ticket.AgentId);
        fields.Text(StoredClosing.CustomerIdFieldNumber, ticket.Content.CustomerId);
    }
}
