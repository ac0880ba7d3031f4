using Grpc.Core;
using Router.Policies.Shape;
using Router.Server.Clock;
using Router.Server.Edge.Calls;
using Router.Server.Edge.Shape;
using Router.Server.Edge.Spoken;

namespace Router.Server.Edge.Tickets;

/// <summary>Tells how one ticket fares, until it is over.</summary>
/// <param name="access">Whose ticket it is.</param>
/// <param name="clock">The server's time.</param>
/// <param name="spoken">Says waiting times.</param>
internal sealed class WatchCall(TicketAccess access, ServerClock clock, SpokenWaits spoken)
{
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
            var teller = new TicketTeller(call.Workspace.Store.Conversations, reader, spoken, clock, updates, life.Over);
            var told = new ToldTicket { After = request.HasAfterMessage ? request.AfterMessage : ToldTicket.AfterConfirmed };
            await TellAsync(call, teller, watch, told, found);
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
        check.Range(request.AfterMessage, "after_message", 0, int.MaxValue);
        check.Require();
        return request.TicketId;
    }

    private static async Task TellAsync(Call call, TicketTeller teller, TicketWatch watch, ToldTicket told, FoundTicket found)
    {
        watch.Placed(found.Place);
        var (agentId, agentName) = ("", "");
        while (true)
        {
            var ticket = watch.Ticket ?? found.Record;
            if (TicketTeller.IsServed(ticket) && agentId != ticket.AgentId)
            {
                agentId = ticket.AgentId;
                agentName = await call.QueryAsync(engine => engine.Agent(agentId)?.Record.Profile.Name ?? "");
            }

            told.Place = watch.Place;
            await teller.TellAsync(told, ticket, agentName);
            if (ticket.IsClosed)
            {
                return;
            }

            await watch.ChangeAsync(teller.Over);
        }
    }
}
