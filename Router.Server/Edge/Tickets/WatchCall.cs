using Grpc.Core;
using Router.Engine.Records;
using Router.Engine.Tickets;
using Router.Policies.Shape;
using Router.Server.Clock;
using Router.Server.Edge.Calls;
using Router.Server.Edge.Shape;
using Router.Server.Edge.Spoken;
using Router.Server.Edge.Wire;
using Router.Server.Store.Envelopes;
using Router.Server.Store.Reading;

namespace Router.Server.Edge.Tickets;

/// <summary>
/// Tells how a ticket fares: its newest state and place, and every message from its agent. What comes between two looks at the state is left
/// out; messages are read from the stored conversation, so that none ever is.
/// </summary>
/// <param name="access">Whose ticket it is.</param>
/// <param name="clock">The server's time.</param>
/// <param name="spoken">Says waiting times.</param>
internal sealed class WatchCall(TicketAccess access, ServerClock clock, SpokenWaits spoken)
{
    private const int MessagesPerRead = 100;

    /// <summary>Watches until the ticket is over.</summary>
    /// <param name="call">The call.</param>
    /// <param name="request">What to watch.</param>
    /// <param name="updates">What goes out.</param>
    public async Task RunAsync(Call call, V1.WatchTicketRequest request, IServerStreamWriter<V1.TicketUpdate> updates)
    {
        TicketAccess.RequireRole(call, request.CapabilityToken);
        var reader = access.Check(call, Read(request), request.CapabilityToken);
        using var life = new StreamLife(call, clock.Real);
        var watch = call.Edge.Tickets.Add(request.TicketId);
        try
        {
            var found = await TicketAccess.FindAsync(call, reader, request.TicketId);
            var after = request.HasAfterMessage
                ? request.AfterMessage
                : await call.Workspace.Store.Conversations.ConfirmedAsync(request.TicketId, MessageReader.Adapter, call.Gone);
            await TellAsync(new Watcher(call, reader, watch, updates, after, life.Over), found);
        }
        catch (Exception) when (life.Over.IsCancellationRequested)
        {
            throw life.End();
        }
        finally
        {
            call.Edge.Tickets.Remove(watch);
        }
    }

    private static string Read(V1.WatchTicketRequest request)
    {
        var check = default(ShapeCheck);
        check.NotServed(request.TargetCase == V1.WatchTicketRequest.TargetOneofCase.Source, "source");
        check.Range(request.AfterMessage, "after_message", 0, int.MaxValue);
        check.Require();
        return request.TicketId;
    }

    private async Task TellAsync(Watcher watcher, FoundTicket found)
    {
        watcher.Watch.Placed(found.Place);
        while (true)
        {
            var ticket = watcher.Watch.Ticket ?? found.Record;
            await TellStatusAsync(watcher, ticket);
            await TellMessagesAsync(watcher, ticket);
            if (ticket.IsClosed)
            {
                return;
            }

            await watcher.Watch.ChangeAsync(watcher.Over);
        }
    }

    private async Task TellStatusAsync(Watcher watcher, TicketRecord ticket)
    {
        var isServed = ticket.State is TicketState.Assigned or TicketState.WrappingUp;
        var waits = ticket.State is TicketState.Queued or TicketState.Offered;
        var status = new V1.TicketStatus
        {
            State = TicketWire.StateOf(ticket.State),
            Waiting = waits || ticket.WaitsForOpening ? spoken.Of(watcher.Watch.Place, ticket.State) : null,
            OnHold = ticket.OnHoldSince > 0,
            AgentName = isServed ? await NameAsync(watcher, ticket.AgentId) : "",
            LastMessageNumber = ticket.Messages,
        };
        if (status.Equals(watcher.Told))
        {
            return;
        }

        watcher.Told = status.Clone();
        status.Time = ProtoTime.Time(clock.NowMs);
        await watcher.Updates.WriteAsync(new V1.TicketUpdate { TicketId = ticket.Id, Status = status }, watcher.Over);
    }

    private static async ValueTask<string> NameAsync(Watcher watcher, string agentId)
    {
        if (watcher.AgentId != agentId)
        {
            watcher.AgentName = await watcher.Call.QueryAsync(engine => engine.Agent(agentId)?.Record.Profile.Name ?? "");
            watcher.AgentId = agentId;
        }

        return watcher.AgentName;
    }

    private static async Task TellMessagesAsync(Watcher watcher, TicketRecord ticket)
    {
        while (watcher.After < ticket.Messages)
        {
            var messages = await watcher.Call.Workspace.Store.Conversations.ReadAsync(ticket.Id, watcher.After, MessagesPerRead, watcher.Over);
            if (messages.Count == 0)
            {
                // The conversation has been kept shorter than the ticket.
                watcher.After = ticket.Messages;
            }

            foreach (var message in messages)
            {
                watcher.After = message.Number;
                if (message.Sender != MessageSender.Customer)
                {
                    var shown = watcher.Reader == TicketReader.Customer ? MessageWire.ForCustomer(message) : MessageWire.Of(message);
                    await watcher.Updates.WriteAsync(new V1.TicketUpdate { TicketId = ticket.Id, Message = shown }, watcher.Over);
                }
            }
        }
    }

    private sealed class Watcher(
        Call call, TicketReader reader, TicketWatch watch, IServerStreamWriter<V1.TicketUpdate> updates, long after, CancellationToken over)
    {
        public Call Call => call;

        public TicketReader Reader => reader;

        public TicketWatch Watch => watch;

        public IServerStreamWriter<V1.TicketUpdate> Updates => updates;

        public CancellationToken Over => over;

        public long After { get; set; } = after;

        public V1.TicketStatus? Told { get; set; }

        public string AgentId { get; set; } = "";

        public string AgentName { get; set; } = "";
    }
}
