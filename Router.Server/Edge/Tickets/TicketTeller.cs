using Grpc.Core;
using Router.Engine.Records;
using Router.Engine.Tickets;
using Router.Server.Clock;
using Router.Server.Edge.Spoken;
using Router.Server.Edge.Wire;
using Router.Server.Store.Envelopes;
using Router.Server.Store.Reading;

namespace Router.Server.Edge.Tickets;

/// <summary>
/// Tells a watcher how tickets fare: the newest state and place, and every message from the agent. What comes between two looks at the state
/// is left out; messages are read from the stored conversation, so that none ever is.
/// </summary>
/// <param name="conversations">The messages.</param>
/// <param name="reader">What the watcher may see.</param>
/// <param name="spoken">Says waiting times.</param>
/// <param name="clock">The server's time.</param>
/// <param name="updates">What goes out.</param>
/// <param name="over">Ends the watch.</param>
internal sealed class TicketTeller(
    Conversations conversations, TicketReader reader, SpokenWaits spoken, ServerClock clock, IServerStreamWriter<V1.TicketUpdate> updates, CancellationToken over)
{
    private const int MessagesPerRead = 100;

    /// <summary>Ends the watch.</summary>
    public CancellationToken Over => over;

    /// <summary>Whether an agent's name is told with a ticket.</summary>
    /// <param name="ticket">The ticket.</param>
    public static bool IsServed(TicketRecord ticket) => ticket.State is TicketState.Assigned or TicketState.WrappingUp;

    /// <summary>Tells what is new of a ticket.</summary>
    /// <param name="told">What was told of it, with the place to tell.</param>
    /// <param name="ticket">As it is now.</param>
    /// <param name="agentName">Its agent's name, if it <see cref="IsServed"/>.</param>
    public async ValueTask TellAsync(ToldTicket told, TicketRecord ticket, string agentName)
    {
        await TellStatusAsync(told, ticket, agentName);
        await TellMessagesAsync(told, ticket);
    }

    private async ValueTask TellStatusAsync(ToldTicket told, TicketRecord ticket, string agentName)
    {
        var waits = ticket.State is TicketState.Queued or TicketState.Offered;
        var status = new V1.TicketStatus
        {
            State = TicketWire.StateOf(ticket.State),
            Waiting = waits || ticket.WaitsForOpening ? spoken.Of(told.Place, ticket.State) : null,
            OnHold = ticket.OnHoldSince > 0,
            AgentName = IsServed(ticket) ? agentName : "",
            LastMessageNumber = ticket.Messages,
        };
        if (status.Equals(told.Status))
        {
            return;
        }

        told.Status = status.Clone();
        status.Time = ProtoTime.Time(clock.NowMs);
        await updates.WriteAsync(new V1.TicketUpdate { TicketId = ticket.Id, Status = status }, over);
    }

    private async ValueTask TellMessagesAsync(ToldTicket told, TicketRecord ticket)
    {
        // Before its first assignment nobody but the customer has written.
        if (ticket.AssignmentNo == 0 || told.After >= ticket.Messages)
        {
            return;
        }

        if (told.After == ToldTicket.AfterConfirmed)
        {
            told.After = await conversations.ConfirmedAsync(ticket.Id, MessageReader.Adapter, over);
        }

        while (told.After < ticket.Messages)
        {
            var messages = await conversations.ReadAsync(ticket.Id, told.After, MessagesPerRead, over);
            if (messages.Count == 0)
            {
                // The conversation has been kept shorter than the ticket.
                told.After = ticket.Messages;
            }

            foreach (var message in messages)
            {
                told.After = message.Number;
                if (message.Sender != MessageSender.Customer)
                {
                    var shown = reader == TicketReader.Customer ? MessageWire.ForCustomer(message) : MessageWire.Of(message);
                    await updates.WriteAsync(new V1.TicketUpdate { TicketId = ticket.Id, Message = shown }, over);
                }
            }
        }
    }
}
