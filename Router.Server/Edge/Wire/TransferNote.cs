using Router.Engine.Events;
using Router.Engine.Records;

namespace Router.Server.Edge.Wire;

/// <summary>What the agent who handed a ticket over wrote for the one who takes it.</summary>
internal static class TransferNote
{
    /// <summary>The note of the transfer that the ticket entered its queue by, or empty.</summary>
    /// <param name="ticket">The ticket, offered or assigned.</param>
    public static string Of(TicketRecord ticket)
    {
        for (var i = ticket.History.Count - 1; i >= 0; i--)
        {
            var entry = ticket.History[i];
            if (entry.Kind == FactKind.TicketTransferred)
            {
                return TransferText.Read(entry.Detail).Note;
            }

            if (entry.Kind == FactKind.TicketEntered && entry.Detail != nameof(EntryCause.Transferred))
            {
                return "";
            }
        }

        return "";
    }
}
